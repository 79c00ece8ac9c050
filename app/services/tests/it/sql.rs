//! The two schemas and the statements: the same on both databases, and their last defences.

mod statements;

use std::collections::BTreeSet;
use std::fs;

use crate::support::{Engine, House, NewEvent, run};

/// Everything about tables that both databases can tell, a sentence for each fact.
const FACTS_SQLITE: &str = "
    with tables as (
        select name from sqlite_schema
        where type = 'table' and name not like '\\_sqlx%' escape '\\' and name not like 'sqlite%')
    select 'column ' || t.name || '.' || c.name || ' ' || lower(c.type)
        || case c.\"notnull\" when 1 then ' not null' else '' end
        || coalesce(' default ' || c.dflt_value, '')
    from tables t join pragma_table_info(t.name) c
    union all
    select case when i.origin = 'pk' then 'primary key ' when i.\"unique\" then 'unique '
            else 'index ' end
        || t.name || ' ('
        || (select group_concat(k.name, ', ' order by k.seqno) from pragma_index_info(i.name) k)
        || ')' || case i.partial when 1 then ' of some rows' else '' end
    from tables t join pragma_index_list(t.name) i
    union all
    select 'foreign key ' || t.name || ' (' || group_concat(f.\"from\", ', ' order by f.seq)
        || ') to ' || f.\"table\" || ' (' || group_concat(f.\"to\", ', ' order by f.seq) || ')'
    from tables t join pragma_foreign_key_list(t.name) f
    group by t.name, f.id";

const FACTS_POSTGRES: &str = "
    select 'column ' || c.table_name || '.' || c.column_name || ' '
        || case c.data_type
            when 'uuid' then 'blob' when 'bytea' then 'blob'
            when 'bigint' then 'integer' when 'boolean' then 'integer'
            when 'double precision' then 'real' else c.data_type end
        || case c.is_nullable when 'NO' then ' not null' else '' end
        || coalesce(' default ' || replace(c.column_default, '::text', ''), '')
    from information_schema.columns c
    where c.table_schema = 'public' and c.table_name not like '\\_sqlx%'
    union all
    select case when i.indisprimary then 'primary key ' when i.indisunique then 'unique '
            else 'index ' end
        || t.relname || ' ('
        || (select string_agg(a.attname::text, ', ' order by k.position)
            from unnest(i.indkey::int2[]) with ordinality k (attnum, position)
            join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum)
        || ')' || case when i.indpred is not null then ' of some rows' else '' end
    from pg_index i
    join pg_class t on t.oid = i.indrelid
    where t.relnamespace = 'public'::regnamespace and t.relname not like '\\_sqlx%'
    union all
    select 'foreign key ' || t.relname || ' ('
        || (select string_agg(a.attname::text, ', ' order by k.position)
            from unnest(f.conkey) with ordinality k (attnum, position)
            join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.attnum)
        || ') to ' || r.relname || ' ('
        || (select string_agg(a.attname::text, ', ' order by k.position)
            from unnest(f.confkey) with ordinality k (attnum, position)
            join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.attnum)
        || ')'
    from pg_constraint f
    join pg_class t on t.oid = f.conrelid
    join pg_class r on r.oid = f.confrelid
    where f.contype = 'f' and t.relnamespace = 'public'::regnamespace";

#[test]
fn both_databases_have_the_same_tables() {
    let facts = |engine, sql| {
        run(engine, move |house| async move {
            house.texts(sql).await.into_iter().collect::<BTreeSet<_>>()
        })
    };
    let sqlite = facts(Engine::Sqlite, FACTS_SQLITE);
    let postgres = facts(Engine::Postgres, FACTS_POSTGRES);
    let only = |a: &BTreeSet<String>, b: &BTreeSet<String>| {
        a.difference(b).cloned().collect::<Vec<_>>().join("\n")
    };
    assert_eq!(only(&sqlite, &postgres), "", "only on SQLite");
    assert_eq!(only(&postgres, &sqlite), "", "only on PostgreSQL");
    for fact in
        ["column outbox.due_at integer not null", "unique events (organisation_id, source_uid)"]
    {
        assert!(sqlite.contains(fact), "{fact} is not in {sqlite:#?}");
    }
}

/// What no catalogue tells alike: CHECKs and names of constraints.
#[test]
fn the_migrations_differ_in_types_and_triggers_only() {
    let folder = |name| format!("{}/migrations/{name}", env!("CARGO_MANIFEST_DIR"));
    let mut files = 0;
    for file in fs::read_dir(folder("sqlite")).expect("a folder") {
        let name = file.expect("a file").file_name();
        let text = |engine| {
            let path = std::path::Path::new(&folder(engine)).join(&name);
            fs::read_to_string(path).expect("the same migration for the other database")
        };
        assert_eq!(tables(&text("sqlite")), tables(&text("postgres")), "{}", name.display());
        files += 1;
    }
    assert_eq!(files, fs::read_dir(folder("postgres")).expect("a folder").count());
}

/// A migration up to its triggers, with the types of SQLite and without comments.
fn tables(migration: &str) -> String {
    let types = [
        (" uuid", " blob"),
        (" bytea", " blob"),
        (" bigint", " integer"),
        (" boolean", " integer"),
        (" double precision", " real"),
        (") strict;", ");"),
    ];
    let end = ["create trigger", "create function"].iter().filter_map(|word| migration.find(word));
    let mut text = migration[..end.min().unwrap_or(migration.len())].to_owned();
    for (postgres, sqlite) in types {
        text = text.replace(postgres, sqlite);
    }
    let lines = text.lines().filter(|line| !line.starts_with("--"));
    lines.collect::<Vec<_>>().join("\n").trim_end().to_owned()
}

both! {
    async fn nobody_changes_or_deletes_what_was_recorded(house: House) {
        let event = house.announce(NewEvent::default()).await;
        house.register(&event, &["Ada"]).await;
        let mut attempts = vec!["update audit set actor = 'nobody'", "delete from audit"];
        if house.engine == Engine::Postgres {
            attempts.push("truncate audit");
        }
        for attempt in attempts {
            let error = house.change(attempt).await.expect_err(attempt);
            assert!(error.to_string().contains("audit rows are only ever added"), "{error}");
        }
        assert_eq!(house.texts("select actor from audit").await, ["participant"]);
    }

    async fn rows_that_do_not_fit_together_are_seen(house: House) {
        let event = house.announce(NewEvent::default()).await;
        house.register(&event, &["Ada", "Grace"]).await;
        assert_eq!(house.wrong_rows().await, 0);
        for (wrong, back) in [
            ("update occurrences set taken = 3", "update occurrences set taken = 2"),
            ("update places set taken = 1", "update places set taken = 2"),
            ("update registrations set revision = 2", "update registrations set revision = 1"),
            (
                "update registrations set status = 'cancelled'",
                "update registrations set status = 'confirmed'",
            ),
        ] {
            house.change(wrong).await.expect(wrong);
            assert!(house.wrong_rows().await > 0, "{wrong}");
            house.change(back).await.expect(back);
        }
        for gone in ["manage_links", "outbox"] {
            let before = house.wrong_rows().await;
            house.change(&format!("delete from {gone}")).await.expect(gone);
            assert!(house.wrong_rows().await > before, "{gone}");
        }
    }

    async fn the_database_itself_refuses_to_oversell(house: House) {
        let tickets = vec![("participant", Some(2)), ("media", None)];
        let event = NewEvent { tickets, ..NewEvent::with_places(3) };
        house.announce(event).await;
        for wrong in [
            "update occurrences set taken = 4",
            "update occurrences set taken = -1",
            "update places set taken = 3 where capacity = 2",
            "update places set taken = -1",
            "update occurrences set taken = 3, capacity = 2",
        ] {
            let error = house.change(wrong).await.expect_err(wrong);
            let is_check = error.as_database_error().is_some_and(|e| e.is_check_violation());
            assert!(is_check, "{wrong}: {error}");
        }
        for right in [
            "update occurrences set taken = 3",
            "update places set taken = 2 where capacity = 2",
            "update places set taken = 1000 where capacity is null",
        ] {
            assert_eq!(house.change(right).await.expect(right), 1);
        }
    }

    async fn who_reads_the_database_cannot_open_a_registration(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let token = house.register(&event, &["Ada Lovelace"]).await;
        let claimed = house.mail.claim().await.expect("an answer").expect("a mail");
        let message = house.mail.compose(&claimed).await.expect("a message");
        assert!(message.text.contains(token.as_str()));
        house
            .mail
            .later(&claimed, "451 try again", jiff::SignedDuration::ZERO)
            .await
            .expect("later");

        assert_eq!(house.tables_holding(b"Ada Lovelace").await, ["attendees"], "the scan works");
        assert_eq!(house.tables_holding(token.as_str().as_bytes()).await, [""; 0]);
        use base64::Engine as _;
        let bytes = base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(token.as_str());
        assert_eq!(house.tables_holding(&bytes.expect("base64")).await, [""; 0]);
    }
}
