//! Templates that were not looked at while the grammar of claims was written: what is measured with them is what can
//! be expected of reports that nobody has seen. Use them for the measurement only, and print no misses of theirs.

use super::family::Family::{self, *};
use super::template::Template;

const fn t(family: Family, text: &'static str) -> Template {
    Template::new(family, &[], text)
}

const fn when(family: Family, needs: &'static [&'static str], text: &'static str) -> Template {
    Template::new(family, needs, text)
}

const fn states(
    family: Family,
    needs: &'static [&'static str],
    states: &'static [&'static str],
    text: &'static str,
) -> Template {
    Template::states(family, needs, states, text)
}

pub const TEMPLATES: &[Template] = &[
    t(
        New,
        "{year}年，[我局|本单位]收到的政府信息公开申请为{new}@。",
    ),
    t(
        New,
        "全年共登记受理政府信息公开申请{new}@，[依法依规做好答复工作|答复及时规范]。",
    ),
    t(
        New,
        "在依申请公开方面，本年度新收到公民、法人或者其他组织的政府信息公开申请{new}@。",
    ),
    t(
        New,
        "[严格执行条例规定，|]{year}年度收到政府信息公开申请共{new}@。",
    ),
    when(
        New,
        &["in>0"],
        "政府信息公开申请新收{new}@，上年结转{in}@，合计{all}@。",
    ),
    when(
        New,
        &["in>0"],
        "全年共办理政府信息公开申请{all}@（新收{new}@、上年度结转{in}@）。",
    ),
    states(New, &[], &["new=0"], "[全年|本年度]无政府信息公开申请。"),
    states(
        New,
        &[],
        &["new=0"],
        "{year}年度没有接到政府信息公开申请[，也没有收取任何费用|]。",
    ),
    when(
        CarriedIn,
        &["in>0"],
        "办理政府信息公开申请{all}@，其中{in}@为上年度结转。",
    ),
    when(
        CarriedIn,
        &["in>0"],
        "收到政府信息公开申请{new}@，另有上年结转申请{in}@。",
    ),
    states(
        CarriedIn,
        &["new>0"],
        &["in=0"],
        "收到政府信息公开申请{new}@，上年度无结转。",
    ),
    when(
        Answered,
        &["tot>0"],
        "依法答复办结政府信息公开申请{tot}@，没有超期。",
    ),
    when(
        Answered,
        &["tot>0"],
        "{year}年，共对{tot}@政府信息公开申请作出答复。",
    ),
    when(
        Answered,
        &["out>0"],
        "政府信息公开申请已办结{tot}@，剩余{out}@正在办理中。",
    ),
    when(
        CarriedOut,
        &["out>0"],
        "截至{year}年底，尚有{out}@政府信息公开申请正在办理，结转下一年度。",
    ),
    when(
        CarriedOut,
        &["out>0"],
        "答复政府信息公开申请{tot}@，结转{year+1}年{out}@。",
    ),
    states(
        CarriedOut,
        &["tot>0"],
        &["out=0"],
        "全年答复政府信息公开申请{tot}@，无结转下年度继续办理事项。",
    ),
    t(
        Outcome,
        "对政府信息公开申请，作出予以公开答复{r1}@、部分公开答复{r2}@。",
    ),
    when(
        Outcome,
        &["r3>0", "tot>4"],
        "在答复的政府信息公开申请中，不予公开的{r3}@，无法提供的{r4}@。",
    ),
    when(
        Outcome,
        &["repeated>0"],
        "政府信息公开申请中，因重复申请不予处理{repeated}@。",
    ),
    when(
        Outcome,
        &["creation>0"],
        "因没有现成信息需要另行制作，无法提供{creation}@。",
    ),
    when(
        OutcomeList,
        &["tot>8"],
        "全年共办结政府信息公开申请{tot}@，办理结果如下：{*results}。",
    ),
    when(
        OutcomeList,
        &["tot>8"],
        "办结的{tot}@政府信息公开申请，其中{*results}。",
    ),
    when(
        OutcomeList,
        &["r3>3"],
        "政府信息公开申请中不予公开{r3}@，其中{*r3}。",
    ),
    when(
        Applicants,
        &["new>3"],
        "收到的{new}@政府信息公开申请中，自然人{nat}@，法人或其他组织{org}@。",
    ),
    when(
        Applicants,
        &["new>8", "biz>0"],
        "全年收到政府信息公开申请{new}@，按申请人统计：自然人{nat}@，法人或其他组织{org}@。",
    ),
    when(
        Channels,
        &["new>5"],
        "政府信息公开申请{new}@，其中网络申请{web}@、邮寄申请{letter}@、当面申请{desk}@、传真申请{fax}@。",
    ),
    when(
        Channels,
        &["new>5"],
        "收到政府信息公开申请{new}@。从申请方式看，网上提交{web}@，信函提交{letter}@，现场提交{desk+fax}@。",
    ),
    t(Reconsideration, "政府信息公开引起的行政复议案件共{rev}#。"),
    t(
        Reconsideration,
        "行政复议方面，全年因政府信息公开产生行政复议{rev}#。",
    ),
    when(
        Reconsideration,
        &["rev>0"],
        "因政府信息公开被提起行政复议{rev}#，均已依法应对。",
    ),
    states(
        Reconsideration,
        &[],
        &["disputes=0"],
        "本年度[没有|无]因政府信息公开引起的行政复议、行政诉讼。",
    ),
    t(Litigation, "被提起政府信息公开行政诉讼{lit}#。"),
    when(
        Litigation,
        &["lit>0"],
        "因政府信息公开工作引起行政诉讼{lit}#，其中直接起诉{dir}#、复议后起诉{post}#。",
    ),
    states(
        Litigation,
        &[],
        &["lit=0"],
        "没有因政府信息公开工作被提起行政诉讼。",
    ),
    when(
        DisputeResults,
        &["rev>0"],
        "因政府信息公开被申请行政复议{rev}#：结果维持{rkeep}#，结果纠正{rfix}#，其他结果{roth}#，尚未审结{ropen}#。",
    ),
    when(
        DisputeResults,
        &["rev>0", "ropen>0"],
        "政府信息公开行政复议{rev}#，其中{rkeep}#维持，{ropen}#尚未审结。",
    ),
    states(
        AllUpheld,
        &["rev>0"],
        &["rlost=0"],
        "因政府信息公开被申请行政复议{~rev}#，结果均为维持。",
    ),
    states(
        AllUpheld,
        &["lit>0"],
        &["lfix=0"],
        "政府信息公开行政诉讼{~lit}#，保持零败诉。",
    ),
    when(
        Documents,
        &["edition=2021"],
        "行政规范性文件制发{made}件、废止{rep}件、现行有效{valid}件。",
    ),
    when(
        Documents,
        &["edition=2021", "made>0"],
        "[全年|{year}年]新出台行政规范性文件{made}件，做到应公开尽公开。",
    ),
    t(
        Decisions,
        "全年作出行政许可决定{lic}件、行政处罚决定{pen}件。",
    ),
    t(
        Decisions,
        "[{year}年|全年]行政处罚{pen}件，行政强制{coe}件。",
    ),
    when(
        Fee,
        &["edition=2021", "fee>0"],
        "全年收取行政事业性收费{fee:万元}。",
    ),
    when(
        Fee,
        &["edition=2021", "fee>0"],
        "行政事业性收费合计{fee:元}。",
    ),
    when(
        Share,
        &["tot>20", "r2>0"],
        "答复政府信息公开申请{tot}@，其中部分公开{r2}@，占答复总数的{%r2/tot}。",
    ),
    when(
        Share,
        &["new>20", "nat>0"],
        "收到政府信息公开申请{new}@，其中自然人申请{nat}@，占比为{%nat/new}。",
    ),
    t(
        Breakdown,
        "主动公开信息{items}条，其中通过门户网站公开{i1}条，通过政务微博公开{i2}条，通过微信公众号公开{i3}条，其他方式公开{i4}条。",
    ),
    t(
        Breakdown,
        "发布各类信息{items}条：政策文件{i1}条，工作动态{i2}条，通知公告{i3}条，其他{i4}条。",
    ),
    t(Trap, "政务服务热线受理诉求{?20-3000}件，办结{?20-3000}件。"),
    t(Trap, "收到群众来信来访{?3-300}件，按时答复{?3-300}件。"),
    t(
        Trap,
        "承办市人大代表建议{?2-40}件，政协委员提案{?2-60}件，办复率100%。",
    ),
    t(Trap, "网上咨询{?5-900}条，均在规定时间内答复。"),
    when(
        Trap,
        &["pen>200"],
        "全年作出行政处罚决定[{余:pen}|{近:pen}]件。",
    ),
    when(
        Trap,
        &["new>3"],
        "全年收到政府信息公开申请{new}@，{year-1}年同期为{?2-400}@。",
    ),
    when(
        Trap,
        &["in>0"],
        "全年收到政府信息公开申请（含上年度结转）{~all}@。",
    ),
    when(
        Trap,
        &["rdone>0", "ropen>0"],
        "审结涉及政府信息公开的行政复议{~rdone}#。",
    ),
    t(
        Trap,
        "组织政府信息公开专题学习{?2-9}次，培训{?20-400}人次，抽查栏目{?20-400}个次。",
    ),
    t(
        Trap,
        "政府网站访问量{?20-900}万次，公开征求意见{?2-30}次，收到意见{?2-90}条。",
    ),
    t(Trap, "向市级报送政务公开信息{?5-90}条，被采用{?1-4}条。"),
];
