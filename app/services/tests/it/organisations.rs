//! Taking in organisations.

use domain::language::Language;
use domain::organisations::Kind;
use domain::text::{Email, Name, Slug};
use services::Error;
use services::organisations::adding::NewOrganisation;

use crate::support::House;

fn club(slug: &str) -> NewOrganisation {
    NewOrganisation {
        slug: Slug::parse(slug).expect("a slug"),
        kind: Kind::Youth,
        name: Name::parse("نادي السلام").expect("a name"),
        language: Language::Arabic,
        email: Email::parse("salam@example.org").expect("an address"),
    }
}

both! {
    async fn an_organisation_is_taken_in_once_with_a_record(house: House) {
        house.organisations.add(&club("salam-club")).await.expect("a new one");
        let page = house.organisations.page(Language::English, "salam-club").await.expect("a page");
        assert_eq!((page.name.as_str(), page.kind), ("نادي السلام", Kind::Youth));
        for taken in ["salam-club", "account"] {
            let again = house.organisations.add(&club(taken)).await;
            assert!(matches!(again, Err(Error::Conflict)), "{taken}: {again:?}");
        }
        assert_eq!(house.number("select count(*) from organisations where slug = 'account'").await, 0);
        assert_eq!(house.number("select count(*) from audit where action = 'add'").await, 1);
    }
}
