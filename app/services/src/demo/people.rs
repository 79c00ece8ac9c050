//! People who do not exist, from everywhere.

const GIVEN: [&str; 30] = [
    "Amina",
    "Mateo",
    "小雨",
    "Nadia",
    "Youssef",
    "Ingrid",
    "Kwame",
    "Анна",
    "Lucía",
    "Omar",
    "Priya",
    "Jean-Luc",
    "فاطمة",
    "Tomás",
    "Aroha",
    "Sven",
    "Leila",
    "Дмитрий",
    "Chidi",
    "Zeynep",
    "Bikash",
    "Noor",
    "Camila",
    "伟",
    "Siobhán",
    "Ibrahim",
    "Mei",
    "Rui",
    "سلمى",
    "Tariq",
];

const FAMILY: [&str; 19] = [
    "El Amrani",
    "Restrepo",
    "Yılmaz",
    "Wanjiru",
    "Thapa",
    "Diallo",
    "Ivanova",
    "García",
    "Haddad",
    "Okafor",
    "Novak",
    "Silva",
    "Nguyễn",
    "Benali",
    "Petrov",
    "Sharma",
    "Ruiz",
    "Hansen",
    "Ndiaye",
];

/// The name of a member of a group.
pub(super) fn name(group: usize, member: i64) -> String {
    let member = usize::try_from(member).unwrap_or_default();
    format!("{} {}", GIVEN[(group * 7 + member * 11) % GIVEN.len()], FAMILY[group % FAMILY.len()])
}

/// How many come together in this group.
pub(super) fn group_size(group: usize) -> i64 {
    [1, 2, 1, 4, 2, 3, 1, 5][group % 8]
}
