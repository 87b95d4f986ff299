use super::*;
use crate::form::CellId;
use crate::number::State;

fn report(text: &str) -> Report {
    let document = crate::reader::text::read(text).unwrap();
    recognise(&Laid::new(&document), None)
        .unwrap_or_else(|contents| panic!("nothing recognised: {contents:?}"))
}

fn value(report: &Report, id: &str) -> String {
    let id: CellId = id.parse().unwrap();
    report
        .cells
        .get(&id)
        .map_or("missing".to_owned(), |cell| match &cell.value {
            Some(value) => value.to_string(),
            None => cell.state.name().to_owned(),
        })
}

#[test]
fn shared_reports_are_read_whole() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/reports");
    if !folder.exists() {
        println!("note: the folder with real reports is absent, so they were not read");
        return;
    }
    let read = |name: &str| report(&std::fs::read_to_string(folder.join(name)).unwrap());
    let sample = read("yindu-miit-2024.txt");
    assert_eq!(sample.cells.len(), 200);
    assert_eq!(
        (sample.unit.as_deref(), sample.year),
        (Some("殷都区工业和信息化局"), Some(2024))
    );
    assert!(
        sample
            .cells
            .values()
            .all(|cell| cell.value.is_some_and(|value| value.to_string() == "0"))
    );
    assert!(sample.tables.iter().all(|reading| {
        reading
            .edition
            .is_some_and(|edition| edition.name == "2021")
    }));
    let glued = read("pingtan-2021.txt");
    assert_eq!(value(&glued, "requests.new.natural_person"), "64");
    assert_eq!(value(&glued, "requests.new.other_organisation"), "4");
    assert_eq!(value(&glued, "disputes.direct_suit.upheld"), "12");
    assert_eq!(value(&glued, "disclosure.licensing.decisions"), "2293");
    assert_eq!(
        value(&glued, "disclosure.normative_documents.issued"),
        "text"
    );
    assert_eq!(
        glued
            .cells
            .get(&"requests.new.total".parse::<CellId>().unwrap())
            .unwrap()
            .state,
        State::Reconstructed
    );
}
