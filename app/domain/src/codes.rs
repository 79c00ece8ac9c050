//! One way to write the closed lists of the product (categories, states, roles): a Rust enum whose
//! members have a stable code, the same in SQL, URLs, Fluent keys and files.

/// The text is none of the codes of the list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown {list} `{found}`")]
pub struct UnknownCode {
    /// The name of the list.
    pub list: &'static str,
    /// What was found instead.
    pub found: String,
}

macro_rules! codes {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $member:ident = $code:literal,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $member,)* }

        impl $name {
            /// Every member, in the order in which people see them.
            pub const ALL: &'static [Self] = &[$(Self::$member,)*];

            /// The stable code: in SQL, URLs, Fluent keys and files.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$member => $code,)* }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::codes::UnknownCode;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($code => Ok(Self::$member),)*
                    _ => Err($crate::codes::UnknownCode {
                        list: stringify!($name),
                        found: text.chars().take(40).collect(),
                    }),
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.code())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

pub(crate) use codes;
