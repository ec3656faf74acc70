"""The form, and what tells a person from a machine without a third party."""

import hashlib

from django import forms
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.utils.translation import gettext_lazy as _

MINIMUM = 3  # seconds that nobody needs fewer of to write
MAXIMUM = 24 * 3600
SEL = "ressources.contact"


def accuse(code: str) -> str:
    """Says, signed, that a message about an organisation was just sent: what the page that thanks asks for."""
    return TimestampSigner(salt=f"{SEL}.accuse").sign(code)


def est_accuse(signe: str, code: str) -> bool:
    """Whether `accuse` gave this for this organisation, in the last hour."""
    try:
        return TimestampSigner(salt=f"{SEL}.accuse").unsign(signe, max_age=3600) == code
    except BadSignature:
        return False


def jeton(code: str) -> str:
    """Says, signed, for which organisation and when a form was given."""
    return TimestampSigner(salt=SEL).sign(code)


class MessageForm(forms.Form):
    """A message. What was typed is given back with every refusal, whatever its reason."""

    message = forms.CharField(
        label=_("Votre message"),
        min_length=10,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={
            "required": _("Écrivez votre message."),
            "min_length": _("Dites-en un peu plus\u00a0: une dizaine de caractères au moins."),
        },
    )
    nom = forms.CharField(
        label=_("Votre nom (facultatif)"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    courriel = forms.EmailField(
        label=_("Votre courriel, si vous voulez une réponse (facultatif)"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    # Hidden from people by the style sheet and from readers by aria-hidden; machines fill in what they see.
    site_web = forms.CharField(
        label=_("Ne remplissez pas ce champ"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    jeton = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, code: str, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.code = code
        self.fields["jeton"].initial = jeton(code)

    @property
    def piege(self) -> bool:
        """Whether the field that nobody sees was filled in."""
        return bool(self.data.get("site_web"))

    @property
    def envoi(self) -> str:
        """What makes this form the only one of its kind, once it is valid."""
        return hashlib.sha256(self.cleaned_data["jeton"].encode()).hexdigest()

    def clean_jeton(self) -> str:
        """Refuses a form that was never given, given for another page, sent at once or a day later."""
        signe, signataire = self.cleaned_data["jeton"], TimestampSigner(salt=SEL)
        try:
            if signataire.unsign(signe, max_age=MAXIMUM) != self.code:
                raise BadSignature
        except SignatureExpired:
            raise forms.ValidationError(
                _("Cette page était ouverte depuis longtemps. Envoyez de nouveau votre message.")
            ) from None
        except BadSignature:
            raise forms.ValidationError(_("Envoyez de nouveau votre message.")) from None
        if self._trop_tot(signataire, signe):
            raise forms.ValidationError(_("C’était très rapide. Relisez-vous, puis envoyez de nouveau."))
        return signe

    @staticmethod
    def _trop_tot(signataire: TimestampSigner, signe: str) -> bool:
        try:
            signataire.unsign(signe, max_age=MINIMUM)
        except SignatureExpired:
            return False
        return True

    def avec_jeton_neuf(self) -> "MessageForm":
        """The same form with what was typed, ready to be sent again."""
        donnees = self.data.copy()
        # A form sent too early keeps its date: the second try is late enough.
        if not self._date_gardee():
            donnees["jeton"] = jeton(self.code)
        self.data = donnees
        return self

    def _date_gardee(self) -> bool:
        try:
            return TimestampSigner(salt=SEL).unsign(self.data.get("jeton", ""), max_age=MAXIMUM) == self.code
        except BadSignature:
            return False
