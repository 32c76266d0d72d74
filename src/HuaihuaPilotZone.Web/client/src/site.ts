// Entry of the public site.
import { startCorridors } from './corridors';
import { startFacets } from './facets';
import { startForms } from './forms';
import { startMenus } from './menus';
import { startSignOut } from './sign-out';
import { startSuggestions } from './suggest';
import { startToasts } from './toasts';
import { startTracking } from './tracking';
import { startValidation } from './validation';

startMenus();
startValidation();
startSignOut();
startForms();
startToasts();
startCorridors();
startFacets();
startSuggestions();
startTracking();
