# States of registrations: waiting, offers, the word of an organiser, the address.
places-waitlist = Мест нет, есть лист ожидания
places-some = Места есть
notice-waitlist = Все места заняты или их уже ждут. Встаньте в лист ожидания или найдите что-то другое.
wait-title = Встать в лист ожидания
wait-button = Встать в лист ожидания
wait-note = Вы ждёте вместе: когда места найдутся для всех, мы предложим их вам по почте.
wait-legend = Если придётся ждать
wait-partly = Некоторые из нас придут и без остальных. Места получат первые в списке, остальные тогда больше не ждут.
wait-also = Эти даты тоже подойдут:
confirms-address-note =
    { $count ->
        [one] Мы пришлём вам ссылку. Места хранятся { $count } минуту, пока вы не откроете её и не подтвердите адрес.
        [few] Мы пришлём вам ссылку. Места хранятся { $count } минуты, пока вы не откроете её и не подтвердите адрес.
        [many] Мы пришлём вам ссылку. Места хранятся { $count } минут, пока вы не откроете её и не подтвердите адрес.
       *[other] Мы пришлём вам ссылку. Места хранятся { $count } минуты, пока вы не откроете её и не подтвердите адрес.
    }
confirms-approval-note = Кто придёт, решают организаторы. До их решения места хранятся за вами, и вы получите письмо.
manage-pending-email-title = Подтвердите адрес
manage-pending-email-text = Мы отправили ссылку на { $email }. Откройте её и нажмите кнопку: места хранятся до { $moment }.
manage-pending-approval-title = Ваша регистрация у организаторов
manage-pending-approval-text = Места хранятся до их решения. Мы напишем на { $email }.
manage-waitlisted-title = Вы в листе ожидания
manage-waitlisted-text = Когда найдутся места, мы напишем на { $email }. До тех пор ничего делать не нужно.
manage-offered-title = Для вас есть места
manage-offered-text = Они хранятся за вами до { $moment }. Потом их предложат следующим.
manage-offered-by-mail-text = Они хранятся за вами до { $moment }. Примите их по ссылке из письма, отправленного на { $email }.
manage-declined-title = Организаторы отказали
manage-declined-text = На этот раз они не смогли принять вашу регистрацию.
manage-expired-title = Время вышло
manage-expired-text = Ваши места теперь свободны для других. Можно зарегистрироваться снова, если есть места или лист ожидания.
confirm-address = Подтвердить адрес
offer-accept = Принять места
queue-title = Ваше место в очереди
queue-position = Номер { $position } в очереди
queue-partly = Места для части из вас тоже будут предложены.
queue-rule-title = Как предлагают места
queue-rule-order = По порядку прихода: свободные места предлагают первым, кому их хватит на всех.
queue-rule-fair = Кого обошли { $count } раза, потому что мест не хватало на всех, того ждут: свободные места хранят за ним, пока их не станет достаточно.
queue-rule-offer =
    { $count ->
        [one] Предложение действует { $count } час или до начала. Потом спрашивают следующих.
        [few] Предложение действует { $count } часа или до начала. Потом спрашивают следующих.
        [many] Предложение действует { $count } часов или до начала. Потом спрашивают следующих.
       *[other] Предложение действует { $count } часа или до начала. Потом спрашивают следующих.
    }
leave-title = Больше не хотите прийти?
leave = Отказаться
leave-text = Ваша регистрация закончится, и спросят других. Мы подтвердим это письмом.
leave-button = Отказаться окончательно
place-pending-email = Адрес не подтверждён
place-pending-approval = Ждёт вашего решения
place-waitlisted = В листе ожидания
place-offered = Места предложены
place-declined = Отказано
place-expired = Время вышло
attendance-has-no-place = У { $name } пока нет места, и его не ждут.
decision-until = Закончится само:
decision-approve = Одобрить
decision-decline = Отказать
decision-decline-button = Отказать и написать им
decision-reason = Почему
decision-reason-hint = Это прочтут в письме. Можно не заполнять.
registration-approved = Одобрено. Билет придёт им по почте.
registration-declined = Отказано. Им придёт письмо, места свободны.
today-approvals =
    { $count ->
        [one] { $count } регистрация ждёт вашего решения
        [few] { $count } регистрации ждут вашего решения
        [many] { $count } регистраций ждут вашего решения
       *[other] { $count } регистрации ждут вашего решения
    }
editor-choices = Кто получает место
editor-choices-text = Начатое по другим правилам продолжается, как было сказано: у кого есть место, тот его сохраняет, кто ждёт, тот ждёт дальше.
editor-confirms = Люди получают места
confirms-at-once = сразу
confirms-address = когда подтвердят адрес по ссылке из письма
confirms-approval = когда вы одобрите
editor-hold-minutes = Места хранятся до подтверждения адреса
editor-people = Людей в одной регистрации, не больше
editor-waitlist = Когда мест нет, можно ждать
editor-waitlist-text = Спрашивают по порядку, семьи и команды целиком. Кого обошли трижды, того ждут. Пока кто-то ждёт, новые встают за ним.
editor-offer-hours = Предложенное хранится
editor-hides-places = Не показывать, сколько мест свободно
choice-minutes =
    { $count ->
        [one] { $count } минута
        [few] { $count } минуты
        [many] { $count } минут
       *[other] { $count } минуты
    }
choice-hours =
    { $count ->
        [one] { $count } час
        [few] { $count } часа
        [many] { $count } часов
       *[other] { $count } часа
    }
history-confirms = Как получают место
history-hold-minutes = Минут на подтверждение адреса
history-waitlist = Лист ожидания
history-offer-hours = Часов действует предложение
history-people = Людей в одной регистрации
history-hides-places = Число свободных мест скрыто
act-wait = Встал в лист ожидания
act-confirm-address = Подтвердил адрес
act-approve = Одобрил
act-decline = Отказал
act-offer = Предложил места
act-accept = Принял места
act-expire = Время вышло
act-write-choices = Записал, кто получает место
invalid-too-many-people = В одной регистрации на это событие может быть меньше людей. Запишите меньше.
invalid-state-changed = Эта регистрация тем временем изменилась. Посмотрите, как с ней сейчас.
mail-kind-confirm-address = Ссылка для подтверждения адреса
mail-confirm-address-subject = Подтвердите адрес: { $event }
mail-confirm-address-opening = места на { $event } хранятся за вами. Подтвердите адрес, и они ваши.
mail-kind-pending-approval = У организаторов
mail-pending-approval-subject = Ваша регистрация у организаторов: { $event }
mail-pending-approval-opening = вы попросили места на { $event }. Они хранятся за вами до решения организаторов; тогда мы вам напишем.
mail-kind-declined = Отказ
mail-declined-subject = Не в этот раз: { $event }
mail-declined-opening = организаторы { $event } не смогли принять вашу регистрацию. Нам жаль.
mail-kind-waitlisted = В листе ожидания
mail-waitlisted-subject = Вы в листе ожидания: { $event }
mail-waitlisted-opening = вы ждёте мест на { $event }. Когда они найдутся, мы вам напишем. До тех пор ничего делать не нужно.
mail-kind-offered = Места предложены
mail-offered-subject = Для вас есть места: { $event }
mail-offered-opening = освободились места на { $event }, они какое-то время хранятся за вами. Скажите, придёте ли вы.
mail-kind-offer-expired = Предложение истекло
mail-offer-expired-subject = Места отданы другим: { $event }
mail-offer-expired-opening = мы не получили ответа вовремя, и места на { $event } предложены следующим. Можно зарегистрироваться снова.
mail-kind-wait-over = Места не освободились
mail-wait-over-subject = Места не освободились: { $event }
mail-wait-over-opening = { $event } уже началось, а мест для вас не освободилось. Нам жаль; надеемся увидеть вас в другой раз.
mail-kind-withdrawn = Регистрация закончена
mail-withdrawn-subject = Ваша регистрация закончена: { $event }
mail-withdrawn-opening = вы больше не просите места на { $event }. Спасибо, что сказали нам.
mail-kind-reduced = Меньше людей
mail-reduced-subject = Ваша регистрация изменилась: { $event } (меньше людей)
mail-reduced-opening = теперь вы просите меньше мест на { $event }. Ниже те, для кого вы их ещё просите.
mail-for-whom = Для кого
mail-held-until = Хранятся за вами до
mail-offer-until = Ваши, если примете до
mail-position = Ваш номер в очереди
mail-declined-reason = Что они пишут
mail-confirm-address = Подтвердить адрес
mail-confirm-address-note = Ссылка откроет страницу с кнопкой: нажмите её там. Никому не передавайте ссылку.
mail-confirm-address-reason = Вы получили это письмо, потому что кто-то указал ваш адрес. Если это были не вы, ничего не делайте: места скоро освободятся.
mail-offer = Принять или отказаться
mail-offer-note = Ссылка откроет страницу, где вы скажете да или нет. Никому её не передавайте.
mail-event-changed-waiting = что-то изменилось: { $event }, куда вы просили места. Вот как обстоит дело теперь.
mail-event-postponed-waiting = { $event }, куда вы просили места, переносится. Новая дата пока неизвестна.
