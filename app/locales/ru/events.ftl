home-title = Афиша
home-lead = Спорт, музыка и развлечения, которые сближают людей. Найдите что-нибудь поблизости и займите место меньше чем за минуту.
home-next = Ближайшие события
home-nothing = Пока ничего не объявлено. Загляните к нам позже.
home-all = Все события
home-categories = Чего вам хочется?

category-sports = Спорт
category-music = Музыка
category-entertainment = Развлечения

list-title = События
list-count =
    { $count ->
        [0] Нет событий
        [one] { $count } событие
        [few] { $count } события
        [many] { $count } событий
       *[other] { $count } события
    }
list-nothing = Ничего не нашлось. Попробуйте меньше слов, другую категорию или другие даты.
filters = Фильтры
filter-category = Категория
filter-all = Все
filter-from = С какого дня
filter-to = По какой день
filter-show = Показать события
pages-label = Страницы
pages-earlier = Раньше
pages-later = Позже
pages-number = Страница { $page } из { $pages }
all-day = весь день
further-dates =
    { $count ->
        [one] ещё { $count } дата
        [few] ещё { $count } даты
        [many] ещё { $count } дат
       *[other] ещё { $count } даты
    }

when-hours = { $day }, { $starts }–{ $ends }
when-days = { $first } — { $last }
when-days-hours = { $first }, { $starts } — { $last }, { $ends }
when-zone = { $zone }, местное время ({ $offset })
when-start = { $day }, { $time }

places-left =
    { $count ->
        [one] Осталось { $count } место
        [few] Осталось { $count } места
        [many] Осталось { $count } мест
       *[other] Осталось { $count } места
    }
places-last =
    { $count ->
        [1] Последнее место
        [one] Последнее { $count } место
        [few] Последние { $count } места
        [many] Последние { $count } мест
       *[other] Последние { $count } места
    }
places-full = Мест нет
places-past = Регистрация закрыта
places-cancelled = Отменено
places-postponed = Отложено

held-by = Организатор:
fact-when = Когда
fact-where = Где
fact-language = Языки общения
fact-places = Места
fact-free = Бесплатно. Зарегистрироваться можно до самого начала.
map = Карта
website = Подробнее на сайте организаторов
description-label = Об этом событии
dates-title = Выберите дату
tickets-title = Как можно участвовать

ticket-participant = Участник
ticket-participant-note = Вы участвуете во всём.
ticket-player = Игрок
ticket-player-note = Вы играете, в одиночку или в команде.
ticket-performer = Артист
ticket-performer-note = Вы на сцене.
ticket-spectator = Зритель
ticket-spectator-note = Вы смотрите и слушаете.
ticket-volunteer = Волонтёр
ticket-volunteer-note = Вы помогаете всё устроить.
ticket-media = Пресса
ticket-media-note = Вы рассказываете о событии.

notice-cancelled = Это событие отменено.
notice-date-cancelled = Эта дата отменена.
notice-postponed = Это событие отложено. Новая дата пока неизвестна.
notice-past = Событие в этот день уже началось или закончилось, поэтому зарегистрироваться больше нельзя.
notice-full = Все места заняты. Если кто-то освободит место, здесь снова можно будет зарегистрироваться.
notice-others = Посмотреть другие события

organisation-write = Написать организаторам
organisation-events = События организации
kind-governmental = Государственная организация
kind-intergovernmental = Межправительственная организация
kind-civil-society = Гражданское общество
kind-religious = Религиозная община
kind-youth = Молодёжная группа
kind-women = Женская группа
kind-grassroots = Местная инициатива
kind-media = СМИ
kind-academic = Школа или университет
kind-private = Компания

spoken-ar = арабский
spoken-zh = китайский
spoken-en = английский
spoken-fr = французский
spoken-ru = русский
spoken-es = испанский
