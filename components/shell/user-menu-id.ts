/** The menu of the person signed in, for those who open it from elsewhere. */
export const userMenuId = "user-menu";
