register = Inscribirse
register-title = Inscríbase
contact-name = Su nombre
contact-email = Su correo electrónico
contact-email-hint = Le enviamos allí su entrada, con un enlace para verla y para liberar plazas. Nada más.
people-title = ¿Quién viene?
attendee-name = Nombre
attendee-ticket = Viene como
attendee-add = Añadir a una persona
attendee-remove = Quitar
attendee-gone = Plaza liberada
person = Persona { $number }
person-remove = Quitar a la persona { $number }
ticket-option = { $ticket } · { $places }
form-privacy = Solo ven sus respuestas las personas que organizan este evento.
form-privacy-more = Cómo tratamos lo que nos cuenta
form-trap = Deje este campo vacío
form-sending = Un momento
title-with-mistakes = Error: { $title }
mistakes =
    { $number ->
        [one] Hay un punto que requiere su atención
       *[other] Hay { $number } puntos que requieren su atención
    }

invalid-required = Rellene este campo.
invalid-too-long = Es demasiado largo. Un nombre puede tener 100 caracteres; una dirección, 254.
invalid-control = Este campo contiene un carácter invisible. Bórrelo todo y escríbalo de nuevo.
invalid-no-letters = Hace falta al menos una letra.
invalid-email = La dirección necesita una @ y un dominio, como nombre@example.org.
invalid-email-ascii = No podemos enviar correo a una dirección con letras que no sean de la «a» a la «z». Indique otra dirección.
invalid-attendee-count = Inscriba de 1 a 10 personas a la vez. Si son más, haga otra inscripción.
invalid-unknown-ticket = Elija una de las formas de participar.
invalid-ticket-full = Quedan menos plazas de este tipo de las que pide. Elija otro o inscriba a menos personas.
invalid-full = Quedan menos plazas de las que pide. Inscriba a menos personas o busque otra fecha.
invalid-past = En esta fecha el evento ya ha empezado o ha terminado, así que ya no es posible inscribirse.
invalid-cancelled = Este evento se ha cancelado.
invalid-postponed = Este evento se ha aplazado. Podrá inscribirse cuando se conozca la nueva fecha.
invalid-reused = Este formulario ya se envió con otras respuestas. Vuelva a cargar la página para inscribir a más personas.
invalid-too-often = En la última hora hubo muchas inscripciones con esta dirección. Inténtelo más tarde.
invalid-unreadable = Algo de este formulario se dañó por el camino. Vuelva a cargar la página.
invalid-busy = No pudimos responder a tiempo y no se cambió nada. Inténtelo de nuevo.

manage-title = Su inscripción
manage-text = Esta es su entrada. Muestre el código en la puerta, en el teléfono o en papel.
manage-new-title = Su inscripción está confirmada
manage-new-text = Su entrada va de camino a { $email }. Muestre este código en la puerta, en el teléfono o en papel.
manage-given-back-text = La plaza vuelve a estar libre y otra persona puede ocuparla. Enviamos una confirmación a { $email }.
manage-cancelled-title = Ha liberado sus plazas
manage-cancelled-text = Gracias por avisarnos: ahora puede venir otra persona. Enviamos una confirmación a { $email }.
ticket-label = Entrada
ticket-qr-label = Código para la puerta
ticket-reference = Referencia
attendees-title = Quién viene
give-back-one = Liberar esta plaza
give-back-one-text = { $name } ya no viene, y otra persona puede ocupar la plaza enseguida. Si cambia de idea, haga otra inscripción.
give-back-one-button = Liberar la plaza
give-back-all-title = ¿No puede venir?
give-back-all-intro = Libere las plazas y otras personas podrán ocuparlas.
give-back-all = Liberar todas las plazas
give-back-all-text =
    { $count ->
        [one] La plaza queda libre enseguida para otra persona. Se lo confirmamos por correo.
       *[other] Las { $count } plazas quedan libres enseguida para otras personas. Se lo confirmamos por correo.
    }
give-back-all-button = Liberarlas todas
register-again = Volver a inscribirse
