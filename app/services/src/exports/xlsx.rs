//! Tables as Excel keeps them: one sheet, written row by row into a file that has no name.
//!
//! Every text is a text by its type, and still carries the apostrophe of a CSV file: whoever saves
//! the sheet as CSV must not make formulas of names. Times are Excel's dates, on the clock of where
//! the event is, because Excel knows no zones.

use std::fs::File;
use std::io::{BufWriter, Seek as _, SeekFrom, Write as _};

use domain::language::Language;
use jiff::civil::DateTime;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::{Cell, cell};

/// The longest text of a cell, in characters.
const LONGEST: usize = 32_767;

/// How wide a column of texts and one of times is, in letters.
const WIDTHS: (f64, f64) = (24.0, 17.0);

/// How times are shown: the same for every reader, as in the CSV file.
const TIME: &str = "yyyy-mm-dd hh:mm";

/// A sheet that is being written. It works on files: keep it off the threads that answer requests.
pub struct Sheet {
    workbook: Workbook,
    time: Format,
    columns: u16,
    rows: u32,
}

impl Sheet {
    /// A sheet of this name, with the head of each column and whether it holds times.
    ///
    /// # Errors
    /// There is no room for its file.
    pub fn new(
        name: &str,
        heads: &[(String, bool)],
        language: Language,
    ) -> Result<Self, anyhow::Error> {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet_with_constant_memory()?;
        sheet.set_name(named(name))?;
        sheet.set_right_to_left(language.direction() == "rtl");
        sheet.set_freeze_panes(1, 0)?;
        let bold = Format::new().set_bold();
        for (column, (head, is_time)) in (0_u16..).zip(heads) {
            sheet.set_column_width(column, if *is_time { WIDTHS.1 } else { WIDTHS.0 })?;
            sheet.write_string_with_format(0, column, cut(&cell(head)), &bold)?;
        }
        let columns = u16::try_from(heads.len())?;
        let time = Format::new().set_num_format(TIME);
        Ok(Self { workbook, time, columns, rows: 0 })
    }

    /// Adds rows.
    ///
    /// # Errors
    /// There is no room for them, on the disk or in a sheet, which holds a million.
    pub fn add(&mut self, rows: &[Vec<Cell>]) -> Result<(), anyhow::Error> {
        let sheet = self.workbook.worksheet_from_index(0)?;
        for row in rows {
            self.rows += 1;
            for (column, cell) in (0..self.columns).zip(row) {
                write(sheet, (self.rows, column), cell, &self.time)?;
            }
        }
        Ok(())
    }

    /// The finished file, from its beginning.
    ///
    /// # Errors
    /// There is no room for it.
    pub fn finish(mut self) -> Result<File, anyhow::Error> {
        if let Some(last) = self.columns.checked_sub(1) {
            self.workbook.worksheet_from_index(0)?.autofilter(0, 0, self.rows, last)?;
        }
        let mut file = BufWriter::new(tempfile::tempfile()?);
        self.workbook.save_to_writer(&mut file)?;
        file.flush()?;
        let mut file = file.into_inner()?;
        file.seek(SeekFrom::Start(0))?;
        Ok(file)
    }
}

fn write(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    value: &Cell,
    time: &Format,
) -> Result<(), XlsxError> {
    match value {
        Cell::Nothing => {}
        Cell::Text(text) if text.is_empty() => {}
        Cell::Text(text) => {
            sheet.write_string(row, column, cut(&cell(text)))?;
        }
        Cell::At(at) => write_time(sheet, (row, column), at.datetime(), time)?,
        Cell::Local(at) => write_time(sheet, (row, column), *at, time)?,
    }
    Ok(())
}

/// A time that Excel cannot write (before 1900) is text.
fn write_time(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    at: DateTime,
    format: &Format,
) -> Result<(), XlsxError> {
    let excel = || {
        let part = i8::unsigned_abs;
        let day =
            ExcelDateTime::from_ymd(at.year().unsigned_abs(), part(at.month()), part(at.day()))?;
        let (hour, minute, second) = (part(at.hour()), part(at.minute()), part(at.second()));
        day.and_hms(hour.into(), minute, second)
    };
    match excel() {
        Ok(excel) => sheet.write_datetime_with_format(row, column, excel, format)?,
        Err(_) => sheet.write_string(row, column, at.to_string())?,
    };
    Ok(())
}

/// As much of a text as a cell holds: XML has no control characters but these.
fn cut(text: &str) -> String {
    let is_held = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
    text.chars().filter(is_held).take(LONGEST).collect()
}

/// As much of a name as a sheet may have: 31 letters, without those that Excel keeps for itself.
fn named(name: &str) -> String {
    name.chars().filter(|c| !"[]:*?/\\'".contains(*c)).take(31).collect()
}
