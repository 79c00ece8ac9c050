//! Lists that programs read from page to page.

use domain::language::Language;
use services::events::Search;
use services::events::paging::Cursor;

use super::on;
use crate::support::{House, NewEvent};

/// Reads the whole list, so many events at a time.
async fn read(house: &House, search: &Search, limit: i64) -> Vec<Vec<String>> {
    let (mut pages, mut after) = (Vec::new(), None);
    loop {
        let page = house.events.list_after(Language::English, search, after, limit).await;
        let (cards, next) = page.expect("a page");
        pages.push(cards.into_iter().map(|card| card.slug).collect());
        match next {
            Some(next) => after = Cursor::parse(&next.to_string()),
            None => return pages,
        }
    }
}

/// The evening of the fifth, sixth or seventh of May.
async fn announce(house: &House, slug: &str, day: usize) {
    let evenings = [
        on("2027-05-05T19:00:00", "2027-05-05T21:00:00"),
        on("2027-05-06T19:00:00", "2027-05-06T21:00:00"),
        on("2027-05-07T19:00:00", "2027-05-07T21:00:00"),
    ];
    let dates = vec![evenings[day - 5].clone()];
    house.announce(NewEvent { dates, ..NewEvent::titled(slug, slug) }).await;
}

both! {
    async fn every_event_is_on_one_page(house: House) {
        // Three of them at the same instant.
        for (slug, day) in [("a", 5), ("b", 5), ("c", 5), ("d", 6)] {
            announce(&house, slug, day).await;
        }
        let search = Search::default();
        for (limit, sizes) in [(1, vec![1; 4]), (2, vec![2, 2]), (3, vec![3, 1]), (4, vec![4])] {
            let pages = read(&house, &search, limit).await;
            assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), sizes);
            let mut all = pages.concat();
            all.sort();
            assert_eq!(all, ["a", "b", "c", "d"], "{limit} on a page");
        }
        let words = Search { words: "d".into(), ..search };
        assert_eq!(read(&house, &words, 1).await, [["d"]]);
    }

    async fn what_is_announced_meanwhile_moves_nothing(house: House) {
        announce(&house, "b", 6).await;
        announce(&house, "c", 7).await;
        let search = Search::default();
        let first = house.events.list_after(Language::English, &search, None, 1).await;
        let (_, next) = first.expect("a page");
        announce(&house, "a", 5).await;
        let second = house.events.list_after(Language::English, &search, next, 1).await;
        assert_eq!(second.expect("a page").0[0].slug, "c");
    }
}
