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
        "{year}年，[本街道|我单位|本局]共收到群众政府信息公开申请{new}@。",
    ),
    t(
        New,
        "本年度累计受理政府信息公开申请{new}@，均做到依法答复。",
    ),
    t(
        New,
        "积极做好依申请公开工作，全年收到依申请公开政府信息{new}@。",
    ),
    when(
        New,
        &["in>0"],
        "全年共收到政府信息公开申请{all}@，其中上年结转{in}@，本年新收{new}@。",
    ),
    when(
        New,
        &["in>0"],
        "{year}年，新收政府信息公开申请{new}@，加上年结转{in}@，共办理{all}@。",
    ),
    states(
        New,
        &[],
        &["new=0"],
        "{year}年[我局|本单位]未接到政府信息公开申请。",
    ),
    states(
        New,
        &[],
        &["new=0"],
        "本年度没有公民、法人和其他组织提出政府信息公开申请。",
    ),
    when(
        CarriedIn,
        &["in>0"],
        "其中上年度结转政府信息公开申请{in}@，均已办结。",
    ),
    when(
        CarriedIn,
        &["in>0"],
        "收到政府信息公开申请{new}@，{year-1}年结转{in}@。",
    ),
    when(
        Answered,
        &["tot>0"],
        "全年依法按时答复政府信息公开申请{tot}@。",
    ),
    when(
        Answered,
        &["out>0"],
        "全年收到政府信息公开申请{new}@，其中已办结{tot}@，{out}@结转下一年度继续办理。",
    ),
    when(
        Answered,
        &["tot>0"],
        "{year}年，办结政府信息公开申请共{tot}@，答复率100%。",
    ),
    when(
        CarriedOut,
        &["out>0"],
        "结转至{year+1}年办理的政府信息公开申请{out}@。",
    ),
    when(
        CarriedOut,
        &["out>0"],
        "全年办结政府信息公开申请{tot}@，未办结{out}@，结转下年度继续办理。",
    ),
    states(
        CarriedOut,
        &["tot>0"],
        &["out=0"],
        "办结政府信息公开申请{tot}@，没有结转下年度办理。",
    ),
    when(
        Outcome,
        &["tot>0"],
        "办结政府信息公开申请{tot}@，其中，予以公开{r1}@，部分公开{r2}@，不予公开{r3}@。",
    ),
    when(
        Outcome,
        &["r4>0"],
        "全年政府信息公开申请中无法提供的有{r4}@。",
    ),
    when(
        Outcome,
        &["unmended>0"],
        "对申请人逾期不补正的{unmended}@申请，不再处理。",
    ),
    when(
        OutcomeList,
        &["tot>8"],
        "全年依法办理答复政府信息公开申请{tot}@，其中{*results}。",
    ),
    when(
        OutcomeList,
        &["r5>3"],
        "政府信息公开申请不予处理{r5}@（{*r5}）。",
    ),
    when(
        OutcomeList,
        &["tot>8"],
        "共办结政府信息公开申请{tot}@，分别为：{*results}。",
    ),
    when(
        Applicants,
        &["new>3"],
        "全年收到政府信息公开申请{new}@，其中自然人提交申请{nat}@，法人或其他组织提交申请{org}@。",
    ),
    when(
        Applicants,
        &["new>3"],
        "新收政府信息公开申请{new}@（自然人{nat}@、法人或其他组织{org}@）。",
    ),
    when(
        Channels,
        &["new>5"],
        "全年收到政府信息公开申请{new}@，通过网络提交{web}@，通过信函提交{letter}@，当面提交{desk}@，传真提交{fax}@。",
    ),
    when(
        Channels,
        &["new>5"],
        "受理政府信息公开申请{new}@，其中在线平台申请{web}@、书面申请{letter+desk+fax}@。",
    ),
    t(
        Reconsideration,
        "{year}年因政府信息公开工作被申请行政复议{rev}#、行政诉讼{lit}#。",
    ),
    t(
        Reconsideration,
        "涉及政府信息公开的行政复议{rev}#，行政诉讼{lit}#。",
    ),
    states(
        Reconsideration,
        &[],
        &["disputes=0"],
        "全年未发生政府信息公开行政复议和行政诉讼。",
    ),
    states(
        Reconsideration,
        &[],
        &["rev=0"],
        "本年度没有因政府信息公开被申请行政复议的情况。",
    ),
    t(Litigation, "全年涉及政府信息公开行政诉讼案件{lit}#。"),
    states(
        Litigation,
        &[],
        &["lit=0"],
        "{year}年未发生涉及政府信息公开的行政诉讼案件。",
    ),
    when(
        DisputeResults,
        &["rev>0"],
        "政府信息公开行政复议案件{rev}#，其中结果维持{rkeep}#，结果纠正{rfix}#，其他结果{roth}#，尚未审结{ropen}#。",
    ),
    when(
        DisputeResults,
        &["lit>0"],
        "因政府信息公开被提起行政诉讼{lit}#，其中维持{lkeep}#，纠正{lfix}#，其他结果{loth}#，尚未审结{lopen}#。",
    ),
    states(
        AllUpheld,
        &["rev>0"],
        &["rlost=0"],
        "政府信息公开行政复议{~rev}#，均获得维持。",
    ),
    when(
        Documents,
        &["edition=2021"],
        "全年制定行政规范性文件{made}件，废止行政规范性文件{rep}件，现行有效行政规范性文件{valid}件。",
    ),
    when(
        Documents,
        &["edition=2021", "made>0"],
        "{year}年我单位制发行政规范性文件{made}件，均已公开。",
    ),
    t(
        Decisions,
        "{year}年，办理行政许可{lic}件，行政处罚{pen}件，行政强制{coe}件。",
    ),
    when(
        Fee,
        &["edition=2021", "fee>0"],
        "{year}年度收取行政事业性收费{fee:万元}。",
    ),
    when(
        Share,
        &["tot>20", "r1>0"],
        "办结政府信息公开申请{tot}@，其中予以公开{r1}@，占{%r1/tot}。",
    ),
    when(
        Share,
        &["new>20", "org>0"],
        "新收政府信息公开申请{new}@，其中法人或其他组织申请{org}@，占比{%org/new}。",
    ),
    t(
        Breakdown,
        "全年公开信息{items}条，其中政府网站{i1}条、政务微信{i2}条、政务微博{i3}条、其他平台{i4}条。",
    ),
    t(Trap, "办理市民热线转办事项{?20-3000}件，办结率100%。"),
    t(
        Trap,
        "全年接待来访群众{?3-300}人次，接听咨询电话{?20-900}个。",
    ),
    t(Trap, "答复网民留言{?3-400}条，办理代表建议{?2-40}件。"),
    when(
        Trap,
        &["lic>200"],
        "全年办结行政许可[{余:lic}|{近:lic}]件。",
    ),
    when(
        Trap,
        &["new>3"],
        "收到政府信息公开申请{new}@，较{year-1}年[增加|减少]{?2-40}@。",
    ),
    when(
        Trap,
        &["in>0"],
        "收到政府信息公开申请{~all}@（含上年度结转{in}@）。",
    ),
    t(
        Trap,
        "公开行政许可、行政处罚信息{?20-3000}条，公开“双随机”抽查结果{?20-300}条。",
    ),
    t(
        Trap,
        "发布政策解读{?5-90}篇，召开新闻发布会{?2-20}场，回应关切{?5-90}件。",
    ),
    t(
        Trap,
        "更新机构职能信息{?2-20}条，规范性文件栏目清理文件{?2-30}件。",
    ),
];
