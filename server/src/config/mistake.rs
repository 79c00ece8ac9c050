//! What is wrong with a setting, and what to do about it.

/// A setting that cannot be used. Holds no secret: it is printed and logged.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{key}: {problem}; {remedy}")]
pub struct Mistake {
    /// The setting's key.
    pub key: String,
    /// What is wrong.
    pub problem: String,
    /// What to do.
    pub remedy: String,
}

impl Mistake {
    /// A mistake in the setting with this key.
    pub fn new(
        key: impl Into<String>,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self { key: key.into(), problem: problem.into(), remedy: remedy.into() }
    }
}
