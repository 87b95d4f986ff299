//! Traditional characters, which mirrors of government pages use.

/// Traditional characters and their simplified forms, as far as the labels of the form and the words that rules look
/// for use them. Sorted.
const TRADITIONAL: [(char, char); 110] = [
    ('佈', '布'),
    ('併', '并'),
    ('個', '个'),
    ('優', '优'),
    ('內', '内'),
    ('動', '动'),
    ('務', '务'),
    ('區', '区'),
    ('員', '员'),
    ('單', '单'),
    ('國', '国'),
    ('圍', '围'),
    ('執', '执'),
    ('報', '报'),
    ('場', '场'),
    ('實', '实'),
    ('審', '审'),
    ('寬', '宽'),
    ('將', '将'),
    ('屬', '属'),
    ('廢', '废'),
    ('廳', '厅'),
    ('強', '强'),
    ('後', '后'),
    ('復', '复'),
    ('態', '态'),
    ('报', '报'),
    ('據', '据'),
    ('數', '数'),
    ('時', '时'),
    ('會', '会'),
    ('條', '条'),
    ('業', '业'),
    ('構', '构'),
    ('機', '机'),
    ('檔', '档'),
    ('權', '权'),
    ('氣', '气'),
    ('況', '况'),
    ('滯', '滞'),
    ('為', '为'),
    ('無', '无'),
    ('現', '现'),
    ('異', '异'),
    ('發', '发'),
    ('監', '监'),
    ('確', '确'),
    ('祕', '秘'),
    ('穩', '稳'),
    ('範', '范'),
    ('糾', '纠'),
    ('組', '组'),
    ('結', '结'),
    ('統', '统'),
    ('經', '经'),
    ('維', '维'),
    ('編', '编'),
    ('縣', '县'),
    ('總', '总'),
    ('織', '织'),
    ('繫', '系'),
    ('繳', '缴'),
    ('續', '续'),
    ('罰', '罚'),
    ('聯', '联'),
    ('與', '与'),
    ('舉', '举'),
    ('華', '华'),
    ('萬', '万'),
    ('處', '处'),
    ('號', '号'),
    ('補', '补'),
    ('製', '制'),
    ('複', '复'),
    ('見', '见'),
    ('規', '规'),
    ('計', '计'),
    ('訟', '讼'),
    ('訪', '访'),
    ('許', '许'),
    ('訴', '诉'),
    ('評', '评'),
    ('詢', '询'),
    ('話', '话'),
    ('認', '认'),
    ('說', '说'),
    ('請', '请'),
    ('議', '议'),
    ('護', '护'),
    ('責', '责'),
    ('費', '费'),
    ('質', '质'),
    ('轉', '转'),
    ('辦', '办'),
    ('進', '进'),
    ('過', '过'),
    ('郵', '邮'),
    ('鄉', '乡'),
    ('鎮', '镇'),
    ('門', '门'),
    ('開', '开'),
    ('間', '间'),
    ('關', '关'),
    ('隊', '队'),
    ('電', '电'),
    ('項', '项'),
    ('題', '题'),
    ('類', '类'),
    ('體', '体'),
    ('點', '点'),
];

/// A bit for every place that a traditional character falls to: most texts hold none, and one look tells.
#[expect(
    clippy::indexing_slicing,
    reason = "evaluated by the compiler, which stops at a wrong place"
)]
const FILTER: [u64; 16] = {
    let mut filter = [0_u64; 16];
    let mut rest: &[(char, char)] = &TRADITIONAL;
    while let Some(((traditional, _), behind)) = rest.split_first() {
        let (word, bit) = place(*traditional);
        filter[word] |= bit;
        rest = behind;
    }
    filter
};

/// The place of a character in the filter.
const fn place(c: char) -> (usize, u64) {
    let code = c as usize;
    ((code >> 6) & 15, 1 << (code & 63))
}

/// The simplified form of a character, or the character itself.
pub(crate) fn simplified(c: char) -> char {
    let (word, bit) = place(c);
    if FILTER.get(word).is_none_or(|filter| filter & bit == 0) {
        return c;
    }
    match TRADITIONAL.binary_search_by_key(&c, |(from, _)| *from) {
        Ok(at) => TRADITIONAL.get(at).map_or(c, |(_, to)| *to),
        Err(_) => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_characters_are_sorted() {
        assert!(TRADITIONAL.is_sorted_by(|a, b| a.0 < b.0));
        assert_eq!((simplified('報'), simplified('报')), ('报', '报'));
    }
}
