//! The six languages of the United Nations, in which every text of Concord exists.

use crate::codes::codes;

codes! {
    /// A language of the interface.
    Language {
        /// Arabic, written from right to left.
        Arabic = "ar",
        /// Chinese, in simplified characters.
        Chinese = "zh",
        /// English, the last fall-back of every text.
        English = "en",
        /// French.
        French = "fr",
        /// Russian.
        Russian = "ru",
        /// Spanish.
        Spanish = "es",
    }
}

impl Language {
    /// How many languages there are.
    pub const COUNT: usize = Self::ALL.len();

    /// What the language calls itself.
    #[must_use]
    pub const fn native_name(self) -> &'static str {
        match self {
            Self::Arabic => "العربية",
            Self::Chinese => "中文",
            Self::English => "English",
            Self::French => "Français",
            Self::Russian => "Русский",
            Self::Spanish => "Español",
        }
    }

    /// The writing direction, as HTML's `dir` has it.
    #[must_use]
    pub const fn direction(self) -> &'static str {
        match self {
            Self::Arabic => "rtl",
            _ => "ltr",
        }
    }

    /// The language that an `Accept-Language` header asks for (RFC 9110, 12.5.4): the known one
    /// with the highest weight, the first of equals, English where none is known.
    #[must_use]
    pub fn accepted(header: &str) -> Self {
        let mut best = (0, Self::English);
        for part in header.split(',').take(20) {
            let mut pieces = part.trim().split(';');
            let tag = pieces.next().unwrap_or_default().trim();
            let primary = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
            let weight =
                pieces.find_map(|piece| piece.trim().strip_prefix("q=")).map_or(1000, |q| {
                    q.parse::<f32>().map_or(0, |q| (q.clamp(0.0, 1.0) * 1000.0) as u32)
                });
            if let Ok(language) = primary.parse::<Self>()
                && weight > best.0
            {
                best = (weight, language);
            }
        }
        best.1
    }

    /// The languages to try for a text, in order: the asked one, then English, then the others by
    /// their codes, as the database sorts them.
    pub fn fall_backs(self) -> impl Iterator<Item = Self> {
        let others = [Self::Arabic, Self::Spanish, Self::French, Self::Russian, Self::Chinese];
        [self, Self::English].into_iter().chain(others)
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[track_caller]
    fn assert_accepted(header: &str, expected: Language) {
        assert_eq!(Language::accepted(header), expected, "{header}");
    }

    #[test]
    fn the_heaviest_known_language_is_accepted() {
        assert_accepted("fr-CH, fr;q=0.9, en;q=0.8", Language::French);
        assert_accepted("de, en;q=0.2, ar;q=0.9", Language::Arabic);
        assert_accepted("zh-Hans-CN", Language::Chinese);
        assert_accepted("", Language::English);
        assert_accepted("xx", Language::English);
        assert_accepted("ru;q=banana, es;q=0.1", Language::Spanish);
        assert_accepted("ru;q=0", Language::English);
    }
}
