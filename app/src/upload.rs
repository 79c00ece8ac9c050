//! Forms that bring a file.

use std::collections::BTreeMap;

use leptos::server_fn::codec::MultipartData;

use crate::error::AppError;

/// The most fields of such a form: ours have fewer.
const MOST_FIELDS: usize = 40;

/// The name of the field of the file.
pub const FILE: &str = "file";

/// A form as it came in.
#[derive(Debug, Default)]
pub struct Upload {
    fields: BTreeMap<String, String>,
    /// The content of the file, if one was chosen.
    pub file: Option<Vec<u8>>,
}

impl Upload {
    /// Reads a form. What the file is called is not looked at.
    ///
    /// # Errors
    /// It cannot be read.
    pub async fn read(data: MultipartData) -> Result<Self, AppError> {
        let mut form = data.into_inner().ok_or(AppError::Unreadable)?;
        let mut upload = Self::default();
        for _ in 0..MOST_FIELDS {
            let field = form.next_field().await.map_err(|_| AppError::Unreadable)?;
            let Some(field) = field else { return Ok(upload) };
            let name = field.name().unwrap_or_default().to_owned();
            if name == FILE {
                let bytes = field.bytes().await.map_err(|_| AppError::Unreadable)?;
                upload.file = Some(bytes.to_vec()).filter(|bytes| !bytes.is_empty());
            } else {
                let text = field.text().await.map_err(|_| AppError::Unreadable)?;
                upload.fields.insert(name, text);
            }
        }
        Err(AppError::Unreadable)
    }

    /// What was typed into the field of this name.
    #[must_use]
    pub fn text(&self, name: &str) -> String {
        self.fields.get(name).cloned().unwrap_or_default()
    }
}
