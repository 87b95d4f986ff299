use super::*;

fn count(raw: &str) -> (State, Option<String>, Option<Oddity>) {
    let reading = read(raw, Kind::Count);
    (
        reading.state,
        reading.value.map(|value| value.to_string()),
        reading.oddity,
    )
}

fn amount(raw: &str) -> (State, Option<String>, Option<Unit>) {
    let reading = read(raw, Kind::Amount);
    (
        reading.state,
        reading.value.map(|value| value.to_string()),
        reading.unit,
    )
}

#[test]
fn plain_and_full_width_counts() {
    for (raw, value) in [
        ("0", "0"),
        ("12", "12"),
        ("１２", "12"),
        (" 14096 ", "14096"),
        ("１４０９６", "14096"),
        ("14,096", "14096"),
        ("14，096", "14096"),
        ("1 234 567", "1234567"),
        ("\u{3000}3\u{a0}", "3"),
        ("12件", "12"),
        ("十二", "12"),
        ("22（其中修订16件）", "22"),
        ("55(含自然失效29件)", "55"),
        ("-18", "-18"),
        ("－3", "-3"),
        ("+19", "19"),
        ("减44", "-44"),
        ("007", "7"),
    ] {
        assert_eq!(
            count(raw),
            (State::Count, Some(value.to_owned()), None),
            "{raw}"
        );
    }
}

#[test]
fn odd_counts_keep_their_value_and_say_so() {
    for (raw, value, oddity) in [
        ("1 4096", "14096", Oddity::BlankInside),
        ("1409\n6", "14096", Oddity::BlankInside),
        ("1.5万", "15000", Oddity::Multiplied),
        ("0.00", "0", Oddity::IdleDecimals),
        ("3.0", "3", Oddity::IdleDecimals),
    ] {
        assert_eq!(
            count(raw),
            (State::Count, Some(value.to_owned()), Some(oddity)),
            "{raw}"
        );
    }
}

#[test]
fn a_fraction_is_kept_exactly() {
    assert_eq!(count("3.5"), (State::Amount, Some("3.5".to_owned()), None));
}

#[test]
fn blank_dash_and_zero_differ() {
    for raw in ["", " ", "\u{3000}", "\u{a0}", "\n", "\u{200b}"] {
        assert_eq!(count(raw).0, State::Blank, "{raw:?}");
    }
    for raw in ["/", "-", "—", "——", "－", "无", "／", "\\", "--", "N/A"] {
        assert_eq!(count(raw).0, State::Dash, "{raw}");
    }
    assert_eq!(count("0").0, State::Count);
}

#[test]
fn other_text_is_text() {
    for raw in [
        "约300",
        "300余",
        "见附件",
        "1.属于国家秘密",
        "2、其他",
        "12元",
        "3条以上",
        "1/2",
        "12345678901234567890",
    ] {
        assert_eq!(count(raw).0, State::Text, "{raw}");
        assert_eq!(read(raw, Kind::Count).value, None, "{raw}");
    }
}

#[test]
fn amounts_are_held_in_ten_thousands() {
    for (raw, value, unit) in [
        ("24252.311082", "24252.311082", None),
        ("240万元", "240", Some(Unit::TenThousand)),
        ("186.5万", "186.5", Some(Unit::TenThousand)),
        ("1.2亿", "12000", Some(Unit::HundredMillion)),
        ("两万元", "2", Some(Unit::Yuan)),
        ("1424.4 万元", "1424.4", Some(Unit::TenThousand)),
        ("251000元", "25.1", Some(Unit::Yuan)),
        ("573,802,895.90元", "57380.28959", Some(Unit::Yuan)),
        ("1.2亿元", "12000", Some(Unit::HundredMillion)),
        ("0", "0", None),
        ("0.00", "0", None),
    ] {
        assert_eq!(
            amount(raw),
            (State::Amount, Some(value.to_owned()), unit),
            "{raw}"
        );
    }
    assert_eq!(amount("").0, State::Blank);
    assert_eq!(amount("/").0, State::Dash);
    assert_eq!(amount("见附件").0, State::Text);
}

#[test]
fn labels_are_not_values() {
    for label in [
        "规章",
        "1.属于国家秘密",
        "（一）予以公开",
        "总计",
        "3. 其他",
        "2.没有现成信息需要另行制作",
    ] {
        assert!(!looks_like_value(label), "{label}");
    }
    for value in [
        "0",
        "",
        "/",
        "22（其中修订16件）",
        "240万元",
        "减44",
        "+1",
        "无",
    ] {
        assert!(looks_like_value(value), "{value}");
    }
}
