/** Shows the times of an incident in the reader's own zone, when asked to. */
document.documentElement.classList.add('has-script');
