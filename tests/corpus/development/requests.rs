//! Requests: what came in, what was answered, how, and what is left.

use super::{Template, states, t, when};
use crate::corpus::family::Family::*;

pub const TEMPLATES: &[Template] = &[
    // What came in.
    t(
        New,
        "{year}年，[我局|本机关|我单位|]共收到政府信息公开申请{new}@。",
    ),
    t(
        New,
        "全年[共|]受理[政府信息公开申请|信息公开申请|依申请公开]{new}@，均按规定[时限|程序]办理。",
    ),
    t(
        New,
        "[{year}年|本年度]，[共|]新收政府信息公开申请{new}@[，同比有所变化|]。",
    ),
    t(New, "[本年度|全年]依申请公开[共|]收到{new}@。"),
    t(New, "本年新收政府信息公开申请数量为{new}@。"),
    t(
        New,
        "严格规范依申请公开工作，[{year}年|全年][共|]接到公民、法人和其他组织政府信息公开申请{new}@。",
    ),
    t(
        New,
        "{year}年[度|]，本机关收到的政府信息公开申请共计{new}@，[全部在法定期限内处理|没有逾期情况]。",
    ),
    t(
        New,
        "接收公众政府信息公开申请{new}@，[主要涉及征地补偿、房屋征收等内容|与群众切身利益密切相关]。",
    ),
    when(
        New,
        &["in>0"],
        "{year}年共收到政府信息公开申请{new}@，上年[度|]结转{in}@。",
    ),
    when(
        New,
        &["in>0"],
        "全年收办政府信息公开申请{all}@[（含上年度结转{in}@）|，其中新收{new}@，上年结转{in}@]。",
    ),
    when(
        New,
        &["in>0"],
        "{year}年，共办理政府信息公开申请{all}@，其中本年新收{new}@、上年结转{in}@。",
    ),
    when(
        New,
        &["in>0"],
        "共收到政府信息公开申请{all}@（含上年结转{in}@）。",
    ),
    when(
        New,
        &["in=0"],
        "{year}年办理政府信息公开申请{all}@，无上年结转。",
    ),
    states(
        New,
        &[],
        &["new=0"],
        "{year}年，[我局|本单位|本机关|][未收到|没有收到]政府信息公开申请。",
    ),
    states(
        New,
        &[],
        &["new=0"],
        "本年度[收到政府信息公开申请0件|未收到公民、法人或其他组织提出的政府信息公开申请|无依申请公开事项]。",
    ),
    states(
        New,
        &[],
        &["new=0"],
        "[全年|本年度]未受理[政府信息公开申请|依申请公开件]。",
    ),
    // What was carried in.
    when(
        CarriedIn,
        &["in>0"],
        "办理上年[度|]结转[的|]政府信息公开申请{in}@。",
    ),
    when(
        CarriedIn,
        &["in>0", "tot>0"],
        "办理上年度结转申请{in}@。全年共答复政府信息公开申请{tot}@。",
    ),
    when(
        CarriedIn,
        &["in>0"],
        "{year}年新收政府信息公开申请{new}@，结转上年度{in}@。",
    ),
    when(
        CarriedIn,
        &["in>0"],
        "本年新收申请{new}@，{year-1}年结转至{year}年办理的申请{in}@。",
    ),
    states(
        CarriedIn,
        &["new>0"],
        &["in=0"],
        "新收政府信息公开申请{new}@，[上年没有结转|没有上年结转]。",
    ),
    // What was answered.
    t(Answered, "[全年|共]答复政府信息公开申请{tot}@。"),
    when(
        Answered,
        &["tot>0"],
        "{year}年收到政府信息公开申请{new}@，[办结|答复|办复|已办结]{tot}@。",
    ),
    when(
        Answered,
        &["out>0"],
        "共收到政府信息公开申请{new}@，[已|]办结{tot}@，结转下年度[继续办理|]{out}@。",
    ),
    when(
        Answered,
        &["out=0", "tot>0", "in=0"],
        "全年收到政府信息公开申请{new}@，已全部[按期|按时|依法]办结。",
    ),
    when(
        Answered,
        &["tot>0"],
        "依法依规办理完毕政府信息公开申请{tot}@，[未发生逾期答复情况|按时办结率达100%]。",
    ),
    when(
        Answered,
        &["tot>0"],
        "{year}年度，共完成政府信息公开申请答复{tot}@。",
    ),
    when(
        Answered,
        &["in>0", "out>0", "intime>0"],
        "新收政府信息公开申请{new}@，其中按期办结{~intime}@，结转下年度{out}@。",
    ),
    when(
        Answered,
        &["out>0"],
        "除{out}@结转下年度办理外，其余申请均已按期答复，共答复{tot}@。",
    ),
    when(Answered, &["tot>0"], "政府信息公开申请办理结果总计{tot}@。"),
    // What is left.
    when(
        CarriedOut,
        &["out>0"],
        "[结转下年度继续办理|结转下一年度办理|转下年度办理]的政府信息公开申请{out}@。",
    ),
    when(
        CarriedOut,
        &["out>0", "tot>0"],
        "收到政府信息公开申请{new}@，答复{tot}@，[{out}@结转至下年度办理|正在办理{out}@|{out}@顺延至下年度答复|尚在办理中{out}@]。",
    ),
    when(
        CarriedOut,
        &["out>0"],
        "受理政府信息公开申请{new}@，其中{out}@结转{year+1}年办理。",
    ),
    when(
        CarriedOut,
        &["out>0"],
        "政府信息公开申请除{out}@结转下年外均已答复。",
    ),
    states(
        CarriedOut,
        &["tot>0"],
        &["out=0"],
        "答复政府信息公开申请{tot}@，[无结转下年度办理的申请|没有结转下年度继续办理的申请]。",
    ),
    // How it was answered, one by one.
    when(
        Outcome,
        &["tot>0"],
        "答复政府信息公开申请{tot}@，其中[，|]予以公开{r1}@。",
    ),
    when(
        Outcome,
        &["tot>0"],
        "全年答复政府信息公开申请{tot}@，其中予以公开{r1}@，部分公开{r2}@。",
    ),
    when(
        Outcome,
        &["r12>0"],
        "答复的申请中，[予以公开及部分公开|予以公开和部分公开|公开（含部分公开）]{r12}@。",
    ),
    when(
        Outcome,
        &["r3>0"],
        "依申请公开办理中，[依法|]不予公开{r3}@[，并向申请人说明理由|]。",
    ),
    when(
        Outcome,
        &["r4>0"],
        "政府信息公开申请中，无法提供{r4}@，不予处理{r5}@。",
    ),
    when(
        Outcome,
        &["held>0"],
        "[因本机关不掌握相关政府信息[|而]无法提供|本机关不掌握相关政府信息]{held}@。",
    ),
    when(
        Outcome,
        &["held>0"],
        "政府信息公开申请办理中，因本机关不掌握相关政府信息，无法提供{held}@。",
    ),
    when(
        Outcome,
        &["third>0"],
        "因保护第三方合法权益不予公开{third}@。",
    ),
    when(
        Outcome,
        &["r5>0"],
        "对{r5}@政府信息公开申请[依法|]不予处理。",
    ),
    when(
        Outcome,
        &["petition>0", "repeated>0"],
        "不予处理的政府信息公开申请中，信访举报投诉类申请{petition}@、重复申请{repeated}@。",
    ),
    when(
        Outcome,
        &["r6>0"],
        "政府信息公开申请[作|]其他处理{r6}@[（含申请人主动撤回）|]。",
    ),
    when(
        Outcome,
        &["unclear>0"],
        "补正后申请内容仍不明确{unclear}@。",
    ),
    // How it was answered, as lists.
    when(
        OutcomeList,
        &["tot>5"],
        "全年[共|]答复政府信息公开申请{tot}@，其中{*results}。",
    ),
    when(
        OutcomeList,
        &["tot>5"],
        "在办结的{tot}@政府信息公开申请中，{*results}。",
    ),
    when(
        OutcomeList,
        &["tot>5", "out>0"],
        "收办政府信息公开申请{all}@，其中{*results}，结转下年度{out}@。",
    ),
    when(
        OutcomeList,
        &["tot>5"],
        "{year}年办结政府信息公开申请{tot}@（{*results}）。",
    ),
    when(
        OutcomeList,
        &["tot>5", "r3>2"],
        "答复政府信息公开申请{tot}@：予以公开{r1}@，部分公开{r2}@，不予公开{r3}@（其中{*r3}），无法提供{r4}@，不予处理{r5}@，其他处理{r6}@。",
    ),
    when(OutcomeList, &["r5>3"], "不予处理{r5}@，其中{*r5}。"),
    when(
        OutcomeList,
        &["tot>20", "r1>0"],
        "共答复政府信息公开申请{tot}@，其中：予以公开{r1}@，部分公开{=r2}，不予公开{=r3}，无法提供{=r4}，不予处理{=r5}，其他处理{=r6}。",
    ),
    // Who asked.
    when(
        Applicants,
        &["new>3"],
        "收到政府信息公开申请{new}@，其中自然人申请{nat}@，法人[或|和|及]其他组织申请{org}@。",
    ),
    when(
        Applicants,
        &["new>3"],
        "新收申请{new}@，[按申请人分|从申请人类型看]，自然人{nat}@、法人或其他组织{org}@。",
    ),
    when(
        Applicants,
        &["new>3", "in>0"],
        "收办政府信息公开申请{all}@（含上年结转{in}@），其中自然人{allnat}@，法人或其他组织{allorg}@。",
    ),
    when(
        Applicants,
        &["new>8", "biz>0"],
        "新收政府信息公开申请{new}@，其中自然人{nat}@、商业企业{biz}@、科研机构{sci}@、社会公益组织{soc}@、法律服务机构{law}@、其他{orgother}@。",
    ),
    when(
        Applicants,
        &["new>2", "org=0"],
        "收到政府信息公开申请{~new}@，[均为自然人申请|申请人均为自然人]。",
    ),
    // How it was sent.
    when(
        Channels,
        &["new>5"],
        "收到政府信息公开申请{new}@，其中网上申请{web}@，信函申请{letter}@，当面申请{desk}@，传真申请{fax}@。",
    ),
    when(
        Channels,
        &["new>5"],
        "{year}年新收政府信息公开申请{new}@，其中通过网络平台{web}@、[邮寄|书面信函]{letter}@、现场{desk}@、其他方式{fax}@。",
    ),
    when(
        Channels,
        &["new>5"],
        "共收到政府信息公开申请{new}@（网络申请{web}@、信函申请{letter+fax}@、当面申请{desk}@）。",
    ),
    when(
        Channels,
        &["new>5", "in>0"],
        "全年收办政府信息公开申请{all}@，其中在线申请{allweb}@，邮政寄送{allletter}@，窗口递交{alldesk}@，传真{allfax}@。",
    ),
    // Shares.
    when(
        Share,
        &["tot>20", "r1>0"],
        "答复政府信息公开申请{tot}@，其中予以公开{r1}@，占{%r1/tot}。",
    ),
    when(
        Share,
        &["tot>20", "r1>0", "r2>0"],
        "共答复{tot}@申请，其中予以公开{r1}@，占比{%r1/tot}；部分公开{r2}@，占比{%r2/tot}。",
    ),
    when(
        Share,
        &["new>20", "org>0"],
        "收到政府信息公开申请{new}@，其中自然人{nat}@，占{%nat/new}，法人或其他组织{org}@，占{%org/new}。",
    ),
    when(
        Share,
        &["new>20", "web>0"],
        "收到政府信息公开申请{new}@，其中网上申请{~web}@，占总数的{%web/new}。",
    ),
    when(
        Share,
        &["tot>20", "r4>0"],
        "无法提供{r4}@，占办结申请的{%r4/tot}。",
    ),
];
