// Entry of the desks.
import { startDeclaration } from './declaration/declaration';
import { startForms } from './forms';
import { startGrid } from './grid';
import { startJobs } from './jobs';
import { startMenus } from './menus';
import { startSignOut } from './sign-out';
import { startToasts } from './toasts';
import { startTracking } from './tracking';
import { startValidation } from './validation';

startMenus();
startDeclaration();
startValidation();
startSignOut();
startForms();
startToasts();
startJobs();
startGrid();
startTracking();
