//! Countries and territories that have a code (ISO 3166-1).

/// Every code, in the order of its letters.
const CODES: &str = "\
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ \
    BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM \
    DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS \
    GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN \
    KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ \
    MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM \
    PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV \
    SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI \
    VN VU WF WS YE YT ZA ZM ZW";

/// Every code, in the order of its letters.
pub fn codes() -> impl Iterator<Item = &'static str> {
    CODES.split(' ')
}

/// The code that this text is, whatever its case.
#[must_use]
pub fn code(text: &str) -> Option<&'static str> {
    codes().find(|code| code.eq_ignore_ascii_case(text.trim()))
}

#[cfg(test)]
mod tests {
    use super::{code, codes};

    #[test]
    fn there_are_249_and_each_is_found() {
        assert_eq!(codes().count(), 249);
        assert!(codes().all(|one| one.len() == 2 && code(&one.to_lowercase()) == Some(one)));
        assert_eq!((code("XX"), code(""), code("M")), (None, None, None));
    }
}
