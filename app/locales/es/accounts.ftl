# Signing in, invitations, members, the account.
sign-in-title = Inicie sesión
sign-in-text = Para quienes organizan eventos. Para venir a un evento no necesita ninguna cuenta.
sign-in-ask-title = Reciba un enlace por correo
sign-in-email = Su correo electrónico
sign-in-email-hint = Le enviamos allí un enlace que funciona durante diez minutos, en este navegador.
sign-in-ask = Recibir un enlace
sign-in-sent-title = Mire su correo
sign-in-sent-text = Si esta dirección es de alguien que organiza eventos, ya va de camino un correo. Abra su enlace en este navegador o escriba aquí el código del correo.
sign-in-code = Código del correo
sign-in-code-hint = Ocho cifras. Funcionan durante diez minutos.
sign-in-button = Iniciar sesión
sign-in-again-title = ¿No ha llegado el correo?
sign-in-link-title = Ya casi está
sign-in-link-text = Pulse el botón para iniciar sesión en este navegador.

signed-out-title = Primero inicie sesión
signed-out-text = Esta página es para quienes organizan eventos. Inicie sesión y vuelva aquí.
forbidden-title = Su función no lo permite
forbidden-text = Su función en esta organización no da acceso a esta página. Una persona responsable puede darle otra.
conflict-title = Alguien se adelantó
conflict-text = Otra persona cambió esto mientras usted lo veía, así que no se guardó nada de lo que escribió. Retroceda, vuelva a cargar la página y mire qué ha cambiado.

role-owner = Responsable
role-owner-text = Esta función permite hacerlo todo: ocuparse de los eventos, de las inscripciones y de los miembros de la organización.
role-organiser = Organizador u organizadora
role-organiser-text = Esta función permite redactar eventos, publicarlos y ocuparse de las inscripciones.
role-door-staff = Personal de puerta
role-door-staff-text = Esta función permite ver los nombres y anotar quién ha llegado.
role-viewer = Solo lectura
role-viewer-text = Esta función permite consultar, sin cambiar nada.
role-in-event = { $role }, solo para «{ $event }»

invitation-title = Invitación para unirse a
invitation-text = La organización le propone esta función: { $role }. La invitación es para { $email }.
invitation-accept = Aceptar la invitación

members-invited = Invitaciones pendientes
members-invited-until = hasta el { $day }
members-invitation-sent = La invitación va de camino.
members-role-of = Función de { $email }
members-change = Cambiar
members-remove = Quitar
members-leave = Darse de baja
members-remove-text = La función termina enseguida. Se puede enviar otra invitación en cualquier momento.
members-withdraw = Retirar la invitación
members-invite = Invite a alguien
members-invite-text = La persona recibe un correo con un enlace que funciona una sola vez, durante una semana.
members-email = Correo electrónico
members-role = Función
members-invite-button = Enviar la invitación

account-title = Su cuenta
account-email = Ha iniciado sesión como { $email }.
account-sign-out = Cerrar sesión
account-browsers = Navegadores con sesión abierta
account-browsers-text = La sesión de un navegador se cierra tras un día sin visitas y, en cualquier caso, tras dos semanas. ¿Alguno no es suyo? Cierre esa sesión.
account-this = Este navegador
account-seen = Última visita: { $time }
account-end = Cerrar esa sesión
account-unknown-browser = Un navegador
instant = { $day }, { $time } UTC

invalid-link-over = Este enlace o código ya se usó, es demasiado antiguo o se sustituyó por uno más reciente. Pida uno nuevo.
invalid-other-browser = Este enlace se pidió en otro navegador. Ábralo allí o pida uno nuevo aquí.
invalid-wrong-code = Este no es el código del correo. Revíselo e inténtelo de nuevo.
invalid-unknown-choice = Elija una opción de la lista.
invalid-already-member = Esta persona ya pertenece a la organización.
invalid-last-owner = Una organización necesita una persona responsable. Dé primero esa función a otra persona.
invalid-other-address = Esta invitación es para una dirección distinta de la de su cuenta. Cierre sesión y vuelva a abrirla.
