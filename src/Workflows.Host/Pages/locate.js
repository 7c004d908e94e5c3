// Reads the position once, and only after the customer has agreed.
const form = document.querySelector("form");
const agree = document.getElementById("agree");
const status = document.getElementById("status");

agree.hidden = false;
agree.addEventListener("click", () => {
  if (!navigator.geolocation) {
    status.textContent = form.dataset.missing;
    return;
  }
  agree.disabled = true;
  status.textContent = form.dataset.busy;
  navigator.geolocation.getCurrentPosition(send, fail, { enableHighAccuracy: true, timeout: 15000 });
});

function send({ coords }) {
  for (const name of ["latitude", "longitude", "accuracy"]) {
    form.elements[name].value = coords[name];
  }
  form.requestSubmit(document.getElementById("send"));
}

function fail({ code, PERMISSION_DENIED }) {
  agree.disabled = false;
  status.textContent = code === PERMISSION_DENIED ? form.dataset.denied : form.dataset.missing;
}
