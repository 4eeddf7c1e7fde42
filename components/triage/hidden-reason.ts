/** Why a measure has no value, where the reason itself would name the culture. */
export const hiddenReason = "Not computed; why names the culture, so it is said once you have decided.";
