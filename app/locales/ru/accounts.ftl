# Signing in, invitations, members, the account.
sign-in-title = Вход
sign-in-text = Для тех, кто проводит события. Чтобы прийти на событие, учётная запись не нужна.
sign-in-ask-title = Получите ссылку по почте
sign-in-email = Ваш адрес электронной почты
sign-in-email-hint = Мы пришлём на него ссылку. Она действует десять минут, в этом браузере.
sign-in-ask = Прислать мне ссылку
sign-in-sent-title = Загляните в почту
sign-in-sent-text = Если это адрес организатора, письмо уже в пути. Откройте ссылку из письма в этом браузере или введите здесь код из письма.
sign-in-code = Код из письма
sign-in-code-hint = Восемь цифр. Код действует десять минут.
sign-in-button = Войти
sign-in-again-title = Письмо не пришло?
sign-in-link-title = Почти готово
sign-in-link-text = Нажмите кнопку, и вы войдёте в этом браузере.

signed-out-title = Сначала войдите
signed-out-text = Эта страница для тех, кто проводит события. Войдите и вернитесь сюда.
forbidden-title = Это вам недоступно
forbidden-text = Ваша роль в этой организации не открывает эту страницу. Владелец может дать вам другую роль.
conflict-title = Кто-то вас опередил
conflict-text = Пока вы смотрели эту страницу, кто-то внёс изменения, поэтому ваши не записаны. Вернитесь назад, обновите страницу и посмотрите, что изменилось.

role-owner = Владелец
role-owner-text = Владелец делает всё: занимается событиями и регистрациями и решает, кто ещё состоит в организации.
role-organiser = Организатор
role-organiser-text = Организатор готовит события, публикует их и занимается регистрациями.
role-door-staff = Персонал на входе
role-door-staff-text = Персонал на входе видит имена и отмечает, кто пришёл.
role-viewer = Наблюдатель
role-viewer-text = Наблюдатель смотрит и ничего не меняет.
role-in-event = { $role }, только для события «{ $event }»

invitation-title = Приглашение от организации
invitation-text = Вам предлагают роль: { $role }. Это приглашение для { $email }.
invitation-accept = Принять приглашение

members-invited = Приглашены
members-invited-until = последний день: { $day }
members-invitation-sent = Приглашение уже в пути.
members-role-of = Роль для { $email }
members-change = Изменить
members-remove = Убрать
members-leave = Покинуть организацию
members-remove-text = Роль сразу перестанет действовать. Пригласить снова можно в любой момент.
members-withdraw = Отозвать
members-invite = Пригласите человека
members-invite-text = Он получит письмо со ссылкой. Она сработает один раз, в течение недели.
members-email = Адрес электронной почты
members-role = Роль
members-invite-button = Отправить приглашение

account-title = Ваша учётная запись
account-email = Вы вошли как { $email }.
account-sign-out = Выйти
account-browsers = Где вы вошли
account-browsers-text = Сеанс в браузере завершается после суток без посещений и в любом случае через две недели. Какой-то из этих браузеров не ваш? Завершите его сеанс.
account-this = Этот браузер
account-seen = Последнее посещение: { $time }
account-end = Завершить сеанс
account-unknown-browser = Браузер
instant = { $day }, { $time } UTC

invalid-link-over = Эта ссылка или этот код больше не действует: срок истёк, их уже использовали или заменили новыми. Запросите новую ссылку.
invalid-other-browser = Эту ссылку запросили в другом браузере. Откройте её там или запросите новую здесь.
invalid-wrong-code = Это не тот код, что в письме. Проверьте ещё раз.
invalid-unknown-choice = Выберите что-нибудь из списка.
invalid-already-member = Этот человек уже состоит в организации.
invalid-last-owner = Организации нужен владелец. Сначала сделайте владельцем кого-то другого.
invalid-other-address = Это приглашение для другого адреса, не для того, с которым вы вошли. Выйдите и откройте его снова.
