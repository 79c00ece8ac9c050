//! Every statement of the crate, found in its source, is prepared on both databases.
//!
//! Found is `const NAME: &str = "…"`. Statements that are put together (`CARDS`, `CARD_COUNT`,
//! `CLAIM_…`, `TAKE_IN_ALL_…`) are run by the tests of what they are for.

use std::fs;
use std::path::Path;

use sqlx::{AssertSqlSafe, Executor, SqlSafeStr};

use crate::support::{Engine, House};

/// Fewer than this are not all of them: then the scanner below no longer reads our style.
const AT_LEAST: usize = 40;

struct Statement {
    name: String,
    sql: String,
}

both! {
    async fn every_statement_is_understood(house: House) {
        let mut statements = Vec::new();
        scan(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut statements);
        assert!(statements.len() >= AT_LEAST, "only {} statements were found", statements.len());
        let other = match house.engine {
            Engine::Sqlite => "_POSTGRES",
            Engine::Postgres => "_SQLITE",
        };
        let mut failures = Vec::new();
        for Statement { name, sql } in statements.iter().filter(|s| !s.name.ends_with(other)) {
            let sql = AssertSqlSafe(typed(sql)).into_sql_str();
            if let Err(error) = on_database!(house, |pool| pool.prepare(sql).await.map(drop)) {
                failures.push(format!("{name}: {error}"));
            }
        }
        assert_eq!(failures.join("\n"), "");
    }
}

/// PostgreSQL, told no types, cannot guess that of `$5` in `$5 is null or position = $5` from the
/// first half; the second is enough.
fn typed(sql: &str) -> String {
    (1..=20).fold(sql.to_owned(), |sql, n| sql.replace(&format!("${n} is null"), "false"))
}

fn scan(folder: &Path, statements: &mut Vec<Statement>) {
    for entry in fs::read_dir(folder).expect("the sources") {
        let path = entry.expect("a file").path();
        if path.is_dir() {
            scan(&path, statements);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let source = fs::read_to_string(&path).expect("a source");
            statements.extend(constants(&source).filter(|s| is_sql(&s.sql)));
        }
    }
}

fn constants(source: &str) -> impl Iterator<Item = Statement> {
    source.match_indices("const ").filter_map(|(at, word)| {
        let (name, value) = source[at + word.len()..].split_once(": &str =")?;
        let is_name = name.chars().all(|c| c.is_ascii_uppercase() || c == '_');
        let literal = value.trim_start().strip_prefix('"')?;
        is_name.then(|| Statement { name: name.to_owned(), sql: unescaped(literal) })
    })
}

/// The text of a string literal whose opening quote was read.
fn unescaped(literal: &str) -> String {
    let mut text = String::new();
    let mut letters = literal.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => break,
            '\\' => match letters.next().expect("a letter after a backslash") {
                'n' => text.push('\n'),
                '\n' => letters = letters.as_str().trim_start().chars(),
                escaped => text.push(escaped),
            },
            letter => text.push(letter),
        }
    }
    text
}

fn is_sql(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    ["select", "insert", "update", "delete", "with"].contains(&first)
}

#[test]
fn the_scanner_reads_what_we_write() {
    let source = r#"
        pub const A: &str = "select 1";
        const LONG: &str = "
            select \"b\"
            from c like '\\'";
        const NOT_SQL: &str = "demo";
        const PUT_TOGETHER: &str = concat!("select ", "2");
        const NUMBER: i64 = 3;"#;
    let found: Vec<_> = constants(source).filter(|s| is_sql(&s.sql)).collect();
    let names: Vec<_> = found.iter().map(|s| s.name.as_str()).collect();
    assert_eq!(names, ["A", "LONG"]);
    assert!(found[1].sql.ends_with("from c like '\\'") && found[1].sql.contains("\"b\""));
}
