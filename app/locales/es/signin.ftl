# Confirmar quién es uno, aplicaciones de códigos, otra dirección, inicio de sesión por un proveedor.
confirm-title = Confirme que es usted
confirm-text = El paso siguiente cambia quién puede hacer qué, o saca datos de la casa. Han pasado más de diez minutos desde que confirmó quién es.
confirm-passkey = Confirmar con una llave de acceso
confirm-no-passkey = ¿No tiene una llave de acceso en este dispositivo? Vuelva a iniciar sesión.
confirm-button = Continuar
confirm-mail = Recibir un código por correo
confirm-mail-again = Recibir otro código
confirm-done-title = Gracias, era usted
confirm-done-text = Su archivo está listo.
confirm-file = Descargar el archivo

second-step-title = Un código más
second-step-text = Una aplicación protege su cuenta. Ábrala y escriba su código.
second-step-other = Empezar de nuevo

authenticator-title = Una aplicación que crea códigos
authenticator-text = En lugar de una llave de acceso: una aplicación de su teléfono crea un código nuevo cada medio minuto. Desde entonces, al entrar por correo también se pide ese código.
authenticator-there = Está configurada.
authenticator-make = Configurar una aplicación
authenticator-replace = Configurar otra aplicación
authenticator-forget = Quitar la aplicación
authenticator-scan = Abra la aplicación y deje que lea esta imagen.
authenticator-qr = Código QR con el secreto para su aplicación
authenticator-open = ¿La aplicación está en este dispositivo? Ábrala.
authenticator-secret = Si la aplicación no puede leerlo, escriba esto en ella:
authenticator-first-code = El código que la aplicación muestra ahora
authenticator-keep = Usar esta aplicación
authenticator-code = Código de la aplicación
authenticator-code-hint = Seis cifras. Si ha perdido la aplicación, escriba uno de sus códigos de recuperación.

recovery-title = Sus códigos de recuperación
recovery-text = Anótelos o imprímalos, y guárdelos aparte del teléfono. Cada uno sustituye a la aplicación una vez. Solo se muestran esta vez.
recovery-left = Códigos de recuperación que quedan: { $number }
recovery-renew = Crear códigos de recuperación nuevos
recovery-done = Los he guardado

address-title = Cambiar su dirección
address-name-title = La dirección nueva
address-again-title = ¿No llega el correo, o es otra dirección?
address-text = Enviamos un código a las dos direcciones. Con los dos códigos, la dirección cambia y se cierra la sesión en todos los demás navegadores.
address-new = Dirección de correo nueva
address-ask = Enviar los dos códigos
address-sent = Un código va de camino a { $old } y otro a { $new }. Funcionan durante diez minutos, en este navegador.
address-old-code = Código del correo a la dirección anterior
address-new-code = Código del correo a la dirección nueva
address-change = Cambiar la dirección
address-changed = Su dirección ha cambiado.

provider-button = Iniciar sesión con { $name }
provider-stranger-title = Todavía no le conocemos
provider-stranger-text = El inicio de sesión funcionó, pero nadie aquí tiene esta dirección y no hay ninguna invitación pendiente para ella. Pida a una persona propietaria de su organización que le invite con esta dirección.
provider-unverified-title = Esta dirección no está confirmada
provider-unverified-text = Donde inició sesión, su dirección no está confirmada. Confírmela allí e inténtelo de nuevo, o reciba un enlace por correo.
provider-failed-title = No ha funcionado
provider-failed-text = No se inició la sesión, o la respuesta llegó demasiado tarde. Inténtelo de nuevo, o reciba un enlace por correo.

invalid-wrong-app-code = Este no es el código de su aplicación, o ya se usó. Espere al siguiente.
invalid-too-many-tries = Demasiados intentos en poco tiempo. Espere un cuarto de hora e inténtelo de nuevo.
invalid-same-address = Esta ya es su dirección.

mail-account-action = Ver su cuenta
mail-proof-subject = Su código para Concord
mail-proof-opening = Escriba este código donde se lo pidieron. Funciona una sola vez, durante diez minutos:
mail-proof-reason = Recibe este correo porque alguien que ha iniciado sesión con su dirección quiere hacer algo importante. Si no es usted, cierre la sesión de ese navegador en la página de su cuenta.
mail-address-old-subject = Su dirección va a cambiar
mail-address-old-opening = Su cuenta de Concord va a tener otra dirección. Si es lo que quiere, escriba este código antes de diez minutos, junto con el que se envió a la dirección nueva:
mail-address-old-reason = Recibe este correo porque lo pidió alguien que ha iniciado sesión con su dirección. Si no fue usted, cierre la sesión de ese navegador en la página de su cuenta.
mail-address-new-subject = ¿Es esta su dirección nueva?
mail-address-new-opening = Esta va a ser la dirección nueva de una cuenta de Concord. Si es lo que quiere, escriba este código antes de diez minutos, junto con el que se envió a la dirección anterior:
mail-address-new-reason = Recibe este correo porque alguien escribió su dirección. Si no fue usted, no haga nada: sin el código no pasa nada.
mail-address-changed-subject = Su dirección ha cambiado
mail-address-changed-opening = La dirección de su cuenta de Concord ha cambiado, y se ha cerrado la sesión en todos los demás navegadores. Este correo va a la dirección anterior y a la nueva:
mail-address-changed-reason = Recibe este correo para que ninguna dirección cambie a sus espaldas. Si no fue usted, escriba enseguida a una persona propietaria de su organización.
