# States of registrations: waiting, offers, the word of an organiser, the address.
places-waitlist = Completo, con lista de espera
places-some = Hay plazas
notice-waitlist = Todas las plazas están ocupadas o esperadas. Apúntese a la lista de espera o busque otra cosa.
wait-title = Apuntarse a la lista de espera
wait-button = Entrar en la lista de espera
wait-note = Esperan juntos: cuando haya plazas para todos, se las ofrecemos por correo.
wait-legend = Si hay que esperar
wait-partly = Algunos vendríamos sin los demás. Las plazas son para los primeros de la lista, y los demás dejan entonces de esperar.
wait-also = Estas fechas también valdrían:
confirms-address-note =
    { $count ->
        [one] Le enviamos un enlace. Sus plazas se guardan { $count } minuto, hasta que lo abra y confirme su dirección.
       *[other] Le enviamos un enlace. Sus plazas se guardan { $count } minutos, hasta que lo abra y confirme su dirección.
    }
confirms-approval-note = Los organizadores deciden quién viene. Sus plazas se guardan hasta entonces, y recibirá un correo.
manage-pending-email-title = Confirme su dirección
manage-pending-email-text = Hemos enviado un enlace a { $email }. Ábralo y pulse el botón: sus plazas se guardan hasta { $moment }.
manage-pending-approval-title = Su inscripción está en manos de los organizadores
manage-pending-approval-text = Sus plazas se guardan hasta que decidan. Escribiremos a { $email }.
manage-waitlisted-title = Está en la lista de espera
manage-waitlisted-text = Cuando haya plazas para usted, escribiremos a { $email }. Hasta entonces no tiene que hacer nada.
manage-offered-title = Hay plazas para usted
manage-offered-text = Se le guardan hasta { $moment }. Después se ofrecen a los siguientes.
manage-offered-by-mail-text = Se le guardan hasta { $moment }. Acéptelas con el enlace del correo enviado a { $email }.
manage-declined-title = Los organizadores han dicho que no
manage-declined-text = Esta vez no han podido aceptar su inscripción.
manage-expired-title = El plazo ha terminado
manage-expired-text = Sus plazas están ahora libres para otros. Puede volver a inscribirse si hay plazas o lista de espera.
confirm-address = Confirmar mi dirección
offer-accept = Aceptar las plazas
queue-title = Su puesto en la cola
queue-position = Número { $position } en la cola
queue-partly = También se ofrecen plazas para una parte de ustedes.
queue-rule-title = Cómo se ofrecen las plazas
queue-rule-order = Por orden de llegada: las plazas libres se ofrecen a los primeros para quienes bastan, a todos juntos.
queue-rule-fair = A quien se adelantó { $count } veces, porque no había plazas para todo el grupo, se le espera: las plazas libres se le guardan hasta que haya suficientes.
queue-rule-offer =
    { $count ->
        [one] Una oferta dura { $count } hora, o hasta que empiece. Después se pregunta a los siguientes.
       *[other] Una oferta dura { $count } horas, o hasta que empiece. Después se pregunta a los siguientes.
    }
leave-title = ¿Ya no quiere venir?
leave = Renunciar
leave-text = Su inscripción termina y se pregunta a otros. Lo confirmamos por correo.
leave-button = Renunciar definitivamente
place-pending-email = Dirección sin confirmar
place-pending-approval = Espera su decisión
place-waitlisted = En lista de espera
place-offered = Plazas ofrecidas
place-declined = Rechazada
place-expired = Plazo vencido
attendance-has-no-place = { $name } aún no tiene plaza y no se le espera.
decision-until = Termina por sí sola:
decision-approve = Aprobar
decision-decline = Rechazar
decision-decline-button = Rechazar y escribirles
decision-reason = Por qué
decision-reason-hint = Lo leen en su correo. Puede quedar vacío.
registration-approved = Aprobada. Reciben su entrada por correo.
registration-declined = Rechazada. Reciben un correo y sus plazas quedan libres.
today-approvals =
    { $count ->
        [one] Una inscripción espera su decisión
       *[other] { $count } inscripciones esperan su decisión
    }
editor-choices = Quién tiene plaza
editor-choices-text = Lo que empezó con otras reglas sigue como se dijo: quien tiene plaza la conserva, quien espera sigue esperando.
editor-confirms = La gente tiene su plaza
confirms-at-once = al momento
confirms-address = cuando confirman su dirección con un enlace en un correo
confirms-approval = cuando usted lo aprueba
editor-hold-minutes = Las plazas se guardan hasta confirmar la dirección, durante
editor-people = Personas por inscripción, como máximo
editor-waitlist = Cuando no hay plazas, se puede esperar
editor-waitlist-text = Se pregunta por orden, a familias y equipos enteros juntos. A quien se adelantó tres veces se le espera. Mientras alguien espera, quien llega espera detrás.
editor-offer-hours = Lo ofrecido se guarda
editor-hides-places = No mostrar cuántas plazas quedan
choice-minutes =
    { $count ->
        [one] { $count } minuto
       *[other] { $count } minutos
    }
choice-hours =
    { $count ->
        [one] { $count } hora
       *[other] { $count } horas
    }
history-confirms = Tener plaza
history-hold-minutes = Minutos para confirmar la dirección
history-waitlist = Lista de espera
history-offer-hours = Horas que dura una oferta
history-people = Personas por inscripción
history-hides-places = Número de plazas libres oculto
act-wait = Entró en la lista de espera
act-confirm-address = Confirmó la dirección
act-approve = Aprobó
act-decline = Rechazó
act-offer = Ofreció plazas
act-accept = Aceptó plazas
act-expire = El plazo venció
act-write-choices = Escribió quién tiene plaza
invalid-too-many-people = Este evento acepta menos personas por inscripción. Inscriba a menos.
invalid-state-changed = Esta inscripción ha cambiado entretanto. Mire cómo está ahora.
mail-kind-confirm-address = Enlace para confirmar la dirección
mail-confirm-address-subject = Confirme su dirección: { $event }
mail-confirm-address-opening = se le guardan plazas para { $event }. Confirme su dirección y serán suyas.
mail-kind-pending-approval = En manos de los organizadores
mail-pending-approval-subject = Su inscripción está en manos de los organizadores: { $event }
mail-pending-approval-opening = ha pedido plazas para { $event }. Se le guardan hasta que decidan los organizadores; entonces le escribiremos.
mail-kind-declined = Rechazo
mail-declined-subject = Esta vez no: { $event }
mail-declined-opening = los organizadores de { $event } no han podido aceptar su inscripción. Lo sentimos.
mail-kind-waitlisted = En lista de espera
mail-waitlisted-subject = Está en la lista de espera: { $event }
mail-waitlisted-opening = espera plazas para { $event }. Cuando las haya para usted, le escribiremos. Hasta entonces no tiene que hacer nada.
mail-kind-offered = Plazas ofrecidas
mail-offered-subject = Hay plazas para usted: { $event }
mail-offered-opening = se han liberado plazas para { $event } y se le guardan un tiempo. Diga si viene.
mail-kind-offer-expired = Oferta vencida
mail-offer-expired-subject = Las plazas fueron para otros: { $event }
mail-offer-expired-opening = no tuvimos respuesta a tiempo y las plazas para { $event } se ofrecen a los siguientes. Puede volver a inscribirse.
mail-kind-wait-over = No se liberó plaza
mail-wait-over-subject = No se liberó ninguna plaza: { $event }
mail-wait-over-opening = { $event } ha empezado y no se liberó plaza para usted. Lo sentimos y esperamos verle en otra ocasión.
mail-kind-withdrawn = Inscripción terminada
mail-withdrawn-subject = Su inscripción ha terminado: { $event }
mail-withdrawn-opening = ya no pide plazas para { $event }. Gracias por avisarnos.
mail-kind-reduced = Menos personas
mail-reduced-subject = Su inscripción ha cambiado: { $event } (menos personas)
mail-reduced-opening = ahora pide menos plazas para { $event }. Abajo están aquellos para quienes aún las pide.
mail-for-whom = Para quién
mail-held-until = Se le guardan hasta
mail-offer-until = Suyas si acepta antes de
mail-position = Su número en la cola
mail-declined-reason = Lo que dicen
mail-confirm-address = Confirmar mi dirección
mail-confirm-address-note = El enlace abre una página con un botón: púlselo. Guarde el enlace para usted.
mail-confirm-address-reason = Recibe este correo porque alguien se inscribió con su dirección. Si no fue usted, no haga nada: las plazas quedarán libres pronto.
mail-offer = Aceptar o renunciar
mail-offer-note = El enlace abre una página donde dice sí o no. Guárdelo para usted.
mail-event-changed-waiting = algo ha cambiado en { $event }, para el que pidió plazas. Así está ahora.
mail-event-postponed-waiting = { $event }, para el que pidió plazas, se aplaza. Aún no se conoce la nueva fecha.
