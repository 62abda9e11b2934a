/** The controls of the player, a file of their own. It can be called before they are needed. */
export const loadControls = () => import('./PlayerControls.tsx')
