/** The 97.5 % point of the standard normal distribution: what lies within so many standard errors holds in 95 of 100 repetitions. */
export const z95 = 1.959963984540054;
