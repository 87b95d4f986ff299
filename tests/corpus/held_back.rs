//! Templates that were not looked at while the grammar of claims was written: what is measured with them is what can
//! be expected of reports that nobody has seen. Use them for the measurement only, and print no misses of theirs.

use super::family::Family::*;
use super::template::Template;

const fn t(family: super::family::Family, text: &'static str) -> Template {
    Template::new(family, &[], text)
}

const fn when(
    family: super::family::Family,
    needs: &'static [&'static str],
    text: &'static str,
) -> Template {
    Template::new(family, needs, text)
}

pub const TEMPLATES: &[Template] = &[
    t(
        New,
        "全年[我局|我单位|本单位]累计接收群众提交的政府信息公开申请{new}@，[办理质量稳步提升|均在规定期限内处理]。",
    ),
    t(New, "截至{year}年底，政府信息公开申请新收量为{new}@。"),
    t(
        New,
        "依申请公开方面，{year}年度[新收|新接收]申请{new}@，[申请内容主要集中在征地拆迁、规划许可等方面|申请人普遍关心民生领域]。",
    ),
    when(
        New,
        &["in>0"],
        "连同上年度结转的{in}@，全年应办理政府信息公开申请{all}@。",
    ),
    when(
        New,
        &["in>0"],
        "{year}年度需办理的政府信息公开申请共{all}@（其中本年新收{new}@，上年结转{in}@）。",
    ),
    Template::states(
        New,
        &[],
        &["new=0"],
        "本年度[我局|我单位][没有收到任何|未接到]政府信息公开申请。",
    ),
    when(
        CarriedIn,
        &["in>0"],
        "上一年度结转到本年办理的政府信息公开申请有{in}@，已[优先办理|全部办结]。",
    ),
    Template::states(
        CarriedIn,
        &["new>0"],
        &["in=0"],
        "本年新收政府信息公开申请{new}@，无上年结转申请。",
    ),
    t(
        Answered,
        "共依法依规答复政府信息公开申请{tot}@，答复质量[明显提升|持续改进]。",
    ),
    when(
        Answered,
        &["tot>0"],
        "本年度政府信息公开申请办结总数为{tot}@。",
    ),
    when(
        Answered,
        &["out>0"],
        "收到政府信息公开申请{new}@，截至年底办结{tot}@，其余{out}@结转至{year+1}年继续办理。",
    ),
    when(
        CarriedOut,
        &["out>0"],
        "另有{out}@申请因未到法定答复期限，结转下一年度办理。",
    ),
    when(
        CarriedOut,
        &["out>0"],
        "年末尚有{out}@政府信息公开申请在办，将[于|在]{year+1}年按期答复。",
    ),
    Template::states(
        CarriedOut,
        &["tot>0"],
        &["out=0"],
        "全年答复政府信息公开申请{tot}@，没有结转下年度办理的申请。",
    ),
    t(
        Outcome,
        "在答复的政府信息公开申请中，决定予以公开的有{r1}@，决定部分公开的有{r2}@。",
    ),
    when(
        Outcome,
        &["r3>0"],
        "依法决定不予公开政府信息公开申请{r3}@，[均说明了理由|已告知救济途径]。",
    ),
    when(
        Outcome,
        &["held>0"],
        "因本机关不掌握相关政府信息而无法提供的申请{held}@。",
    ),
    when(
        Outcome,
        &["petition>0"],
        "对属于信访举报投诉类的{petition}@申请，告知申请人通过相应渠道反映。",
    ),
    when(
        OutcomeList,
        &["tot>8"],
        "[全年|本年度]答复政府信息公开申请{tot}@。按办理结果分：{*results}。",
    ),
    when(
        OutcomeList,
        &["tot>8"],
        "办理结果方面，{*results}，合计{tot}@。",
    ),
    when(OutcomeList, &["r4>3"], "无法提供政府信息{r4}@，包括{*r4}。"),
    when(
        Applicants,
        &["new>3"],
        "{year}年新收政府信息公开申请{new}@，其中自然人提出{nat}@，法人或其他组织提出{org}@。",
    ),
    when(
        Applicants,
        &["new>3", "org>0"],
        "从申请主体看，自然人申请{nat}@，[法人及其他组织|法人或者其他组织]申请{org}@。",
    ),
    when(
        Channels,
        &["new>5"],
        "新收的{new}@政府信息公开申请中，线上申请{web}@，信函申请{letter}@，当面申请{desk}@，传真申请{fax}@。",
    ),
    when(
        Channels,
        &["new>5"],
        "按申请方式统计，网络提交{web+fax}@，邮寄提交{letter}@，现场提交{desk}@，合计收到政府信息公开申请{new}@。",
    ),
    t(
        Reconsideration,
        "因政府信息公开[工作|]被申请行政复议{rev}#。",
    ),
    when(
        Reconsideration,
        &["rev>0"],
        "全年发生涉及政府信息公开的行政复议案件{rev}#，其中维持{rkeep}#、纠正{rfix}#、其他结果{roth}#、尚未审结{ropen}#。",
    ),
    Template::states(
        Reconsideration,
        &[],
        &["disputes=0"],
        "全年没有因政府信息公开引起的行政复议和行政诉讼案件。",
    ),
    t(Litigation, "因政府信息公开被提起行政诉讼{lit}#。"),
    when(
        Litigation,
        &["dir>0"],
        "政府信息公开类行政诉讼{lit}#（未经复议直接起诉{dir}#，复议后起诉{post}#）。",
    ),
    Template::states(
        Litigation,
        &[],
        &["lit=0"],
        "全年未发生因政府信息公开工作引起的行政诉讼案件。",
    ),
    when(
        DisputeResults,
        &["rev>0"],
        "政府信息公开行政复议{rev}#，审理结果为：维持{rkeep}#，纠正{rfix}#，其他结果{roth}#，尚未审结{ropen}#。",
    ),
    when(
        DisputeResults,
        &["lit>0"],
        "收到政府信息公开行政诉讼{lit}#，其中结果维持{lkeep}#、结果纠正{lfix}#、其他结果{loth}#、尚未审结{lopen}#。",
    ),
    Template::states(
        AllUpheld,
        &["rev>0"],
        &["rlost=0"],
        "政府信息公开行政复议{~rev}#，全部予以维持。",
    ),
    when(
        Documents,
        &["edition=2021"],
        "{year}年，[我局|本机关]制发行政规范性文件{made}件，废止{rep}件，年末现行有效{valid}件。",
    ),
    when(
        Documents,
        &["edition=2021", "made>0"],
        "本年新制定行政规范性文件{made}件，[均按要求公开|并同步做好解读]。",
    ),
    t(
        Decisions,
        "{year}年共办理行政许可{lic}件、作出行政处罚决定{pen}件、实施行政强制{coe}件。",
    ),
    t(
        Decisions,
        "本年度作出行政处罚决定{pen}件，[已全部公示|及时向社会公开]。",
    ),
    when(
        Fee,
        &["edition=2021", "fee>0"],
        "本年度行政事业性收费[共计|金额]{fee:万元}。",
    ),
    when(
        Fee,
        &["edition=2021", "fee>0"],
        "收取行政事业性收费{fee:元}。",
    ),
    when(
        Share,
        &["tot>20", "r1>0"],
        "其中予以公开{r1}@，占办结总数的{%r1/tot}。",
    ),
    when(
        Share,
        &["tot>20", "r1>0", "r2>0"],
        "答复政府信息公开申请{tot}@，其中予以公开{r1}@（占{%r1/tot}），部分公开{r2}@（占{%r2/tot}）。",
    ),
    t(
        Breakdown,
        "全年通过各类平台主动公开政府信息{items}条，其中门户网站{i1}条，微信公众号{i2}条，政务微博{i3}条，公示栏{i4}条。",
    ),
    t(
        Breakdown,
        "门户网站全年发布信息{items}条：概况类{i1}条、动态类{i2}条、公告类{i3}条、业务类{i4}条。",
    ),
    t(Trap, "全年受理群众咨询{?5-900}件，答复率100%。"),
    t(
        Trap,
        "办理12345热线工单{?20-3000}件，办结率99.8%，满意率{?90-99}%。",
    ),
    t(
        Trap,
        "收到网民留言{?3-300}条，全部回复；承办人大代表建议{?2-40}件、政协提案{?2-60}件，均已办结并公开答复意见。",
    ),
    when(
        Trap,
        &["lic>100"],
        "行政许可{余:lic}件，[便民利企成效明显|审批时限进一步压缩]。",
    ),
    t(
        Trap,
        "开展政府信息公开业务培训{?2-9}次，参加{?20-400}人次，编发工作提示{?2-20}期。",
    ),
    t(
        Trap,
        "与{year-1}年的{?3-300}@相比，政府信息公开申请数量有所[增加|减少]。",
    ),
    when(
        Trap,
        &["rdone>0", "ropen>0"],
        "已审结政府信息公开行政复议{rdone}#。",
    ),
    t(
        Trap,
        "主动公开规范性文件{?1-40}件，政策解读{?1-40}篇，回应社会关切{?1-30}次。",
    ),
];
