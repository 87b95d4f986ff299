//! The words that the grammar of claims knows, and what they mean. Everything else is unknown, and a number next to
//! unknown words is not bound to any cell.

use crate::form::{Column, Line};
use crate::sorted::sort_by;

/// What a word means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Word {
    /// Requests for information, by name.
    Requests,
    /// The field of requests, not the things: 依申请公开.
    OnRequest,
    /// Disputes of a kind.
    Dispute(Line),
    /// Lawsuits of both kinds.
    Suits,
    /// Documents of a kind.
    Document(Line),
    /// Decisions of a kind.
    Decision(Line),
    /// 行政事业性收费
    Fee,
    /// 信息处理费
    ProcessingFee,
    /// What is received and answered as well, and is no figure of the form: enquiries, letters, proposals.
    Other,
    /// Whatever else is counted and is no figure of the form: news, visits, meetings.
    Soft,

    /// 新收
    New,
    /// 收到, 受理
    Received,
    /// 办理, 收办: may include what was carried in.
    Handled,
    /// 答复, 办结
    Answered,
    /// Carried in from the year before.
    CarriedIn,
    /// Carried out to the next year, or still open.
    CarriedOut,
    /// 结转: which way is told by what stands around it.
    Carry,

    /// A kind of applicant.
    Applicant(Column),
    /// Organisations of all kinds.
    Organisations,
    /// A way in: by net, by letter, in person, by fax.
    Channel,
    /// A line of the results.
    Outcome(Line),
    /// A group of lines of the results, by its first line.
    Group(Line),
    /// 公开 alone: a result in a list of results.
    Disclosed,
    /// A result of disputes.
    Result(Column),
    /// 其他 at the end of a list.
    Rest,
    /// 均获维持
    AllUpheld,
    /// 零败诉
    NoneLost,

    /// 制发
    Issued,
    /// 废止
    Repealed,
    /// 现行有效
    InForce,
    /// 公开, 发布 of documents: not a figure of the form.
    Published,
    /// 修改: part of a list of documents that is no figure of the form.
    Revised,
    /// Items, lists: not decisions.
    Items,
    /// 决定: a decision of licensing and the like, by its own name.
    Decided,

    /// 以来: since some year, not in this one.
    Since,
    /// 其中
    OfWhich,
    /// 含, 包括
    Including,
    /// 除
    Except,
    /// 其余
    Remaining,
    /// 共, 合计
    Sum,
    /// 各
    Each,
    /// 均, 全部
    All,
    /// 分别
    Respectively,
    /// 和, 及
    And,
    /// 等
    AndSoOn,
    /// 未收到, 未发生, 无: zero of what follows.
    None,
    /// 引发, 提起: what stands in front is the cause.
    Cause,
    /// 上年, 去年
    LastYear,
    /// 下年
    NextYear,
    /// A part of the body or of the year: 局本级, 上半年.
    Part,
    /// 较, 同比
    Compare,
    /// 增长
    More,
    /// 下降
    Less,
    /// 占
    Share,
    /// 率
    Rate,
    /// Says nothing: 了, 的, 本年度.
    Filler,
    /// 因: a reason follows.
    Reason,
    /// 政府信息公开 in front of another word.
    OfDisclosure,
}

use Word::*;

/// The words of each meaning.
#[rustfmt::skip]
const WORDS: &[(Word, &[&str])] = &[
    (Requests, &["政府信息公开申请", "政务信息公开申请", "信息公开申请", "公开申请", "依申请公开申请",
        "依申请公开政府信息申请", "政府信息申请", "依申请件", "公开申请件", "申请件", "申请", "依申请公开事项",
        "依申请公开件", "申请公开政府信息", "申请政府信息公开", "依申请公开信息申请", "申请公开信息", "申请公开",
        "依申请公开案件", "信息公开申请事项", "政府信息公开申请事项", "申请事项"]),
    (OnRequest, &["依申请公开", "依申请", "依申请公开工作", "依申请公开政府信息", "申请公开办理"]),
    (Dispute(Line::Reconsideration), &["行政复议", "复议", "申请行政复议", "申请复议", "行政复议申请", "复议申请",
        "行政复议案件", "复议案件", "提起行政复议", "提出行政复议", "提起复议", "被复议", "行政复议类"]),
    (Dispute(Line::DirectSuit), &["未经复议直接起诉", "直接起诉", "未经复议直接诉讼", "未经复议直接提起诉讼",
        "未经复议", "直接提起行政诉讼", "直接提起诉讼", "未经复议直接提起行政诉讼", "未经行政复议直接起诉"]),
    (Dispute(Line::SuitAfterReconsideration), &["复议后起诉", "复议后诉讼", "经复议后起诉", "复议后提起诉讼",
        "复议后提起行政诉讼", "复议后行政诉讼", "经复议后提起诉讼", "行政复议后起诉"]),
    (Suits, &["行政诉讼", "诉讼", "提起行政诉讼", "提起诉讼", "行政诉讼案件", "诉讼案件", "行政应诉",
        "行政应诉案件", "应诉案件", "应诉", "起诉", "被诉", "被诉案件", "行政诉讼类"]),
    (Document(Line::Regulations), &["规章", "政府规章", "地方政府规章", "部门规章", "行政规章"]),
    (Document(Line::NormativeDocuments), &["规范性文件", "行政规范性文件"]),
    (Decision(Line::Licensing), &["行政许可", "许可决定", "行政许可件", "行政许可办件"]),
    (Decision(Line::Penalties), &["行政处罚", "处罚决定", "行政处罚案件"]),
    (Decision(Line::Coercion), &["行政强制", "行政强制措施", "强制决定"]),
    (Fee, &["行政事业性收费", "行政事业收费"]),
    (ProcessingFee, &["信息处理费", "政府信息处理费", "政府信息公开处理费", "政府信息公开信息处理费"]),
    (Other, &["咨询", "留言", "热线", "提案", "议案", "建议", "信访", "来信", "来访", "来电", "信件", "投诉",
        "举报", "工单", "诉求", "舆情", "问卷", "市长信箱", "领导信箱", "局长信箱", "信箱", "人大代表建议",
        "政协提案", "政协委员提案", "投诉举报", "公众号", "微信", "微博", "补贴申请", "许可申请", "行政许可申请",
        "接听", "接待", "人民法院", "申请法院", "申请强制执行", "非诉", "仲裁", "调解", "公证", "法律援助",
        "赔偿申请", "民意", "政务新媒体", "新媒体", "人大建议", "代表建议", "委员提案", "两会建议", "建议提案",
        "提案建议", "检察建议", "司法建议", "网民", "网友"]),
    (Soft, &["阅读", "点击", "浏览", "访问", "新闻", "解读", "稿件", "公告", "会议", "培训", "栏目", "意见",
        "动态", "问题", "评价", "回应", "检查", "督查", "抽查", "图解", "视频", "政策", "信息", "政府信息", "文件",
        "粉丝", "关注", "转发", "推送", "更新", "通知", "通报", "简报", "报道", "档案", "资料", "目录", "指南",
        "电话", "申请表", "申请书", "申请材料", "申请渠道", "申请流程", "申请方式", "举措", "任务", "项目", "听证",
        "座谈", "调研", "活动", "宣传", "答复意见", "答复书", "告知书", "审查", "备案", "清理", "服务", "办事",
        "专栏", "隐患", "执法", "赔偿", "补偿", "招标", "采购", "预算", "决算", "财政", "报告", "报表", "统计",
        "群众", "案例", "批复", "函件", "来函", "撰写", "约谈", "整改", "监督", "检察", "纪检", "解答", "问答",
        "互动", "征集", "调查", "错别字", "错链", "链接", "账号", "平台账号", "客户端", "头条", "抖音", "订阅",
        "图片", "音频", "宣传册", "展板", "手册", "专家", "人员", "干部"]),
    (New, &["新收", "新收到", "新受理", "新接收", "新增", "新接到", "本年新收"]),
    (Received, &["收到", "受理", "接收", "接到", "接收到", "收到并受理", "受理了", "登记", "受理并办理", "收到了",
        "接受", "收悉", "接件", "收件", "接收并受理"]),
    (Handled, &["收办", "办理", "处理", "承办", "经办", "办理了", "受理办理", "受理和办理", "处置"]),
    (Answered, &["答复", "办结", "办复", "办理完毕", "办理完结", "回复", "处理完毕", "办理答复", "答复办结",
        "办结答复", "作出答复", "完成答复", "答复完毕", "予以答复", "已办结", "已答复", "按期答复", "按时答复",
        "按期办结", "按时办结", "依法答复", "依法办结", "办毕", "完成办理", "处理完成", "办理完成", "结案", "办理结果总计", "办理结果合计",
        "办理结果共计", "在办结", "在办理完毕"]),
    (CarriedIn, &["上年结转", "上年度结转", "上一年结转", "上一年度结转", "去年结转", "结转上年", "结转上年度",
        "结转上一年度", "结转上一年", "往年结转", "上年转入", "上年度转入", "上一年度转入", "上年遗留",
        "上年度遗留", "结转自上年", "结转自上年度", "结转自上一年度", "上年未办结", "上年度未办结",
        "上一年度未办结", "转入本年", "转入本年度", "结转至本年", "结转至本年度", "结转到本年度", "结转入本年",
        "上年结转至本年", "上年度结转至本年度", "上年转结", "上年度转结", "由上年结转", "从上年结转", "上年转来",
        "结转本年", "结转本年度", "承接上年度", "承接上年", "承接上一年度", "结转去年"]),
    (CarriedOut, &["结转下年度继续办理", "结转下年", "结转下年度", "结转下一年", "结转下一年度", "结转至下年",
        "结转至下年度", "结转至下一年", "结转至下一年度", "结转到下年", "结转到下年度", "结转到下一年",
        "结转到下一年度", "结转入下年", "结转入下年度", "结转次年", "结转至次年", "结转明年", "结转至明年",
        "转下年", "转下年度", "转下一年度", "转至下年", "转至下年度", "转至下一年度", "转入下年", "转入下年度",
        "转入下一年", "转入下一年度", "转到下年度", "顺延下年", "顺延至下年", "顺延至下年度", "顺延至下一年度",
        "顺延下一年度", "顺延下年度", "延至下年", "延至下年度", "延至下一年度", "跨年办理", "跨年度办理",
        "正在办理", "正在办理中", "仍在办理", "仍在办理中", "尚在办理", "尚在办理中", "在办", "未办结", "尚未办结",
        "尚未办理完毕", "尚未答复", "未到答复期限", "尚未到答复期限", "尚在答复期内", "在办理中", "办理中",
        "正在处理", "转结下年度", "下年度继续办理", "下年继续办理", "下一年度继续办理", "留待下年", "留待下年度",
        "结转继续办理", "延续到下年", "延续至下年度", "次年继续办理"]),
    (Carry, &["结转", "转结"]),
    (Applicant(Column::NaturalPerson), &["自然人", "公民", "个人", "自然人申请", "公民个人"]),
    (Applicant(Column::Business), &["商业企业", "企业", "商业企业申请"]),
    (Applicant(Column::Research), &["科研机构", "科研院所"]),
    (Applicant(Column::PublicInterest), &["社会公益组织", "公益组织", "社会公益"]),
    (Applicant(Column::LegalService), &["法律服务机构", "律师事务所"]),
    (Organisations, &["法人或其他组织", "法人或者其他组织", "法人和其他组织", "法人及其他组织", "法人、其他组织",
        "法人或组织", "法人", "法人与其他组织", "法人或非法人组织", "法人和非法人组织", "法人或其它组织",
        "法人及组织"]),
    (Channel, &["网上", "网络", "在线", "互联网", "线上", "网站", "网页", "门户网站", "政府网站", "网络平台",
        "网上平台", "电子邮件", "邮件", "电子邮箱", "邮箱", "信函", "邮寄", "快递", "书面", "信件邮寄", "挂号信",
        "邮政", "纸质", "EMS", "当面", "现场", "窗口", "上门", "线下", "传真", "在线平台", "在线申请", "网络申请",
        "网上申请", "书面申请", "信函申请", "当面申请", "现场申请", "邮寄申请", "邮政寄送", "邮政快递", "在线提交",
        "网络渠道", "电子渠道", "依申请公开系统", "依申请公开平台", "申请平台", "平台", "系统", "网上申请平台",
        "电话申请", "当面提交", "现场提交", "网上提交", "邮寄方式", "传真申请", "信函方式", "窗口申请"]),
    (Outcome(Line::Granted), &["予以公开", "同意公开", "给予公开", "准予公开", "全部公开", "予以全部公开",
        "决定予以公开", "依法予以公开", "全文公开", "予以完全公开"]),
    (Outcome(Line::GrantedInPart), &["部分公开", "予以部分公开", "同意部分公开", "决定部分公开", "区分处理",
        "部分予以公开", "部分同意公开"]),
    (Group(Line::StateSecret), &["不予公开", "不同意公开", "决定不予公开", "依法不予公开", "不公开"]),
    (Outcome(Line::StateSecret), &["国家秘密"]),
    (Outcome(Line::ForbiddenByLaw), &["其他法律行政法规禁止公开", "其他法律、行政法规禁止公开",
        "法律行政法规禁止公开", "法律、行政法规禁止公开", "法律法规禁止公开", "法律、法规禁止公开"]),
    (Outcome(Line::SecurityAndStability), &["危及“三安全一稳定”", "三安全一稳定", "危及三安全一稳定",
        "危及\"三安全一稳定\""]),
    (Outcome(Line::ThirdPartyRights), &["第三方合法权益", "保护第三方合法权益", "商业秘密", "个人隐私",
        "商业秘密、个人隐私", "商业秘密或个人隐私", "商业秘密和个人隐私", "第三方权益"]),
    (Outcome(Line::InternalAffairs), &["三类内部事务信息", "内部事务信息", "内部事务", "内部管理信息"]),
    (Outcome(Line::ProcessInformation), &["四类过程性信息", "过程性信息"]),
    (Outcome(Line::EnforcementFile), &["行政执法案卷", "行政执法案卷信息", "执法案卷"]),
    (Outcome(Line::AdministrativeQuery), &["行政查询事项", "行政查询", "查询事项"]),
    (Group(Line::NotHeld), &["无法提供", "不能提供"]),
    (Outcome(Line::NotHeld), &["本机关不掌握相关政府信息", "不掌握相关政府信息", "本机关不掌握", "不掌握",
        "不掌握相关信息", "本机关不掌握相关信息", "不掌握该信息", "不掌握该政府信息"]),
    (Outcome(Line::NeedsCreation), &["没有现成信息需要另行制作", "没有现成信息", "没有现成信息、需要另行制作",
        "需要另行制作", "需另行制作", "另行制作"]),
    (Outcome(Line::StillUnclear), &["补正后申请内容仍不明确", "补正后仍不明确", "补正后内容仍不明确",
        "申请内容仍不明确", "补正后申请内容不明确"]),
    (Group(Line::Petition), &["不予处理", "不作处理", "依法不予处理", "决定不予处理"]),
    (Outcome(Line::Petition), &["信访举报投诉类申请", "信访举报投诉类", "信访举报投诉", "信访、举报、投诉类",
        "信访、举报、投诉", "信访、举报、投诉类申请", "信访投诉举报类", "信访投诉举报", "信访类"]),
    (Outcome(Line::Repeated), &["重复申请"]),
    (Outcome(Line::PublicPublication), &["要求提供公开出版物", "公开出版物", "提供公开出版物"]),
    (Outcome(Line::Excessive), &["无正当理由大量反复申请", "大量反复申请", "反复申请"]),
    (Outcome(Line::Reconfirmation), &["要求行政机关确认或重新出具已获取信息", "确认或重新出具已获取信息",
        "要求确认或重新出具已获取信息", "确认或者重新出具已获取信息", "重新出具已获取信息", "重新出具"]),
    (Group(Line::NotSupplemented), &["其他处理", "其他方式处理", "作其他处理", "作出其他处理", "予以其他处理",
        "做其他处理", "其它处理"]),
    (Outcome(Line::NotSupplemented), &["申请人无正当理由逾期不补正", "无正当理由逾期不补正", "逾期不补正",
        "逾期未补正", "申请人逾期不补正", "申请人逾期未补正"]),
    (Outcome(Line::FeeUnpaid), &["申请人逾期未按收费通知要求缴纳费用", "逾期未按收费通知要求缴纳费用",
        "逾期未缴纳费用", "逾期不缴费", "逾期未缴费", "逾期未缴纳信息处理费"]),
    (Disclosed, &["公开"]),
    (Result(Column::Upheld), &["结果维持", "维持", "被维持", "予以维持", "维持原行政行为", "维持原具体行政行为"]),
    (Result(Column::Corrected), &["结果纠正", "纠正", "被纠正", "予以纠正", "纠错"]),
    (Result(Column::OtherResult), &["其他结果", "其它结果"]),
    (Result(Column::Pending), &["尚未审结", "未审结", "正在审理", "正在审理中", "审理中", "尚在审理", "尚在审理中",
        "仍在审理", "未结", "尚未结案"]),
    (Rest, &["其他", "其它", "其他情形", "其他方式", "其他形式", "其他渠道", "其他途径"]),
    (AllUpheld, &["均获维持", "均被维持", "均维持", "均予维持", "均予以维持", "全部维持", "全部获得维持",
        "均获得维持", "均为维持", "结果均为维持", "结果均维持", "全部被维持", "全部予以维持", "均结果维持",
        "均为结果维持", "全部为结果维持", "全部为维持", "结果全部为维持", "结果全部维持"]),
    (NoneLost, &["零败诉", "无败诉", "无一败诉", "未发生败诉", "没有败诉", "零纠错", "无一纠正", "均胜诉",
        "全部胜诉", "无纠错", "无被纠正", "没有被纠正", "无一被纠正", "无一件被纠正", "未被纠正", "无纠正", "保持零败诉"]),
    (Issued, &["制发", "制定", "印发", "出台", "新制定", "新制发", "新出台", "制定印发", "制定出台", "制定发布",
        "制定并发布", "制定公开", "制发公开", "制定并公开", "新制作", "制作"]),
    (Repealed, &["废止", "宣布失效", "失效", "废止失效", "废止和失效"]),
    (InForce, &["现行有效", "有效", "继续有效", "现行"]),
    (Published, &["公布", "发布", "公示", "主动公开", "网站发布", "发布了", "公开发布"]),
    (Revised, &["修改", "修订", "修正"]),
    (Items, &["行政许可事项", "行政处罚事项", "行政强制事项", "许可事项", "处罚事项", "行政许可信息",
        "行政处罚信息", "行政强制信息", "行政许可类", "行政处罚类", "行政许可项目", "事项", "清单", "双公示",
        "行政许可和行政处罚信息", "收费项目", "行政事业性收费项目", "收费事项"]),
    (Decided, &["决定", "办件", "处理决定"]),
    (OfWhich, &["其中", "当中"]),
    (Since, &["以来"]),
    (Including, &["含", "包括", "包含", "内含", "分别是", "分为"]),
    (Except, &["除"]),
    (Remaining, &["其余", "余下", "剩余"]),
    (Sum, &["共", "共计", "合计", "总计", "累计", "总共", "总数", "总量", "一共"]),
    (Each, &["各"]),
    (All, &["均", "全部", "全", "都"]),
    (Respectively, &["分别", "分别为"]),
    (AndSoOn, &["等"]),
    (None, &["未收到", "没有收到", "未接到", "未接收", "未接收到", "未受理", "尚未收到", "未曾收到", "未发生",
        "没有发生", "未产生", "未出现", "未涉及", "不存在", "未被", "没有被", "未有", "没有", "无", "零",
        "未收到过", "未制发", "未制定", "未出台", "未收取", "没有收取", "未新增", "暂未收到", "暂无", "并无",
        "没有产生", "未发生过", "未引发", "未因", "未作出", "未做出", "未提起"]),
    (Cause, &["引发", "提起", "引起", "导致", "产生", "被"]),
    (LastYear, &["上年", "去年", "上年度", "上一年", "上一年度", "上年同期", "去年同期", "同期", "往年", "历年"]),
    (NextYear, &["下年", "下年度", "次年", "明年", "下一年", "下一年度"]),
    (Part, &["上半年", "下半年", "季度", "局本级", "市本级", "区本级", "县本级", "本级", "局机关", "区县", "县区",
        "下属", "局属", "所属", "直属", "基层"]),
    (Compare, &["同比", "较", "比", "相比", "环比", "与上年相比", "与去年相比"]),
    (More, &["增长", "增加", "上升", "增幅", "增长率", "增多", "多了"]),
    (Less, &["下降", "减少", "降低", "降幅", "下降率", "少了"]),
    (Share, &["占", "占比", "占比为", "占比达", "比例", "比例为", "比重", "约占"]),
    (Rate, &["率"]),
    (Reason, &["因", "涉", "由于", "属于", "涉及", "由", "属", "因为"]),
    (OfDisclosure, &["政府信息公开", "信息公开", "政务公开", "政府信息公开类", "政府信息公开工作",
        "政府信息公开案件"]),
    (And, &["和", "及", "与", "或", "以及", "或者"]),
    (Filler, &["了", "的", "为", "计", "有", "已", "按", "期", "时", "数", "数量", "数为", "量", "件数", "各类",
        "全年", "年内", "本年度", "本年", "年度", "今年", "今年以来", "一年来", "本机关", "我局", "本局", "我市", "全市", "我县", "全县",
        "我区", "全区", "我镇", "我街道", "我委", "我办", "我厅", "全局", "是", "达", "达到", "依法", "依规",
        "按期", "按时", "及时", "规范", "均已", "并", "以", "方式", "形式", "途径", "渠道", "通过", "提出", "情形",
        "情况", "类", "案件", "件", "案", "公民、法人和其他组织", "公民、法人或者其他组织", "公民、法人或其他组织",
        "公民、法人及其他组织", "自然人、法人或其他组织", "自然人、法人和其他组织", "自然人、法人或者其他组织",
        "公民法人和其他组织", "申请人", "公民、法人和其它组织", "自然人、法人及其他组织", "社会公众", "公众",
        "任何", "有关", "相关", "要求", "关于", "向", "对", "于", "在", "中", "内", "上", "其", "即", "另", "另有",
        "还有", "还", "也", "又", "年", "度", "工作", "方面", "截至", "底", "予以", "给予", "作出", "做出", "进行",
        "完成", "结果", "总", "总体", "年末", "书面或网络", "针对", "而", "提交", "递交", "实施", "金额", "总额", "受理量", "个", "新", "申请量", "共有",
        "所有", "法定期限", "规定期限", "期限", "在法定期限内", "在规定期限内", "在规定时间内", "“", "”", "\"",
        "年报", "工作的", "全部按时", "自", "处", "局", "他", "人", "发生", "尚", "尚有", "仍", "仍有", "另外"]),
];

/// How many places there are for first characters; most of them hold the words of one.
const PLACES: usize = 1024;

/// The words by their first character, the longer first.
pub(crate) struct Lexicon {
    words: Vec<(char, &'static str, Word)>,
    /// For each place where its words begin, and behind the last where they end.
    places: Vec<usize>,
}

impl Lexicon {
    /// Makes it ready.
    pub(crate) fn new() -> Self {
        let mut words = Vec::new();
        for (meaning, spellings) in WORDS {
            for spelling in *spellings {
                if let Some(first) = spelling.chars().next() {
                    words.push((first, *spelling, *meaning));
                }
            }
        }
        sort_by(&mut words, |a, b| {
            (place(a.0), a.0, b.1.len()).cmp(&(place(b.0), b.0, a.1.len()))
        });
        let mut places = vec![0; PLACES.saturating_add(1)];
        for (first, ..) in &words {
            if let Some(count) = places.get_mut(place(*first).saturating_add(1)) {
                *count = usize::saturating_add(*count, 1);
            }
        }
        let mut sum = 0_usize;
        for count in &mut places {
            sum = sum.saturating_add(*count);
            *count = sum;
        }
        Self { words, places }
    }

    /// The words that begin with a character, the longer first.
    pub(crate) fn beginning(&self, first: char) -> impl Iterator<Item = (&'static str, Word)> + '_ {
        let at = place(first);
        let end = |at: usize| self.places.get(at).copied().unwrap_or(0);
        let words = self.words.get(end(at)..end(at.saturating_add(1)));
        let words = words.unwrap_or(&[]).iter();
        words
            .filter(move |(c, ..)| *c == first)
            .map(|(_, spelling, meaning)| (*spelling, *meaning))
    }
}

fn place(first: char) -> usize {
    usize::try_from(u32::from(first)).unwrap_or(0) & (PLACES - 1)
}
