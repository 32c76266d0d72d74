// Entry of the public site.
import { startCorridors } from './corridors';
import { startForms } from './forms';
import { startMenus } from './menus';
import { startToasts } from './toasts';
import { startValidation } from './validation';

startMenus();
startValidation();
startForms();
startToasts();
startCorridors();
