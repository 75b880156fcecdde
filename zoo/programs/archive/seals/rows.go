package seals

/*
#include "seals.h"
*/
import "C"

import "time"

//export archiveRow
func archiveRow(p *C.press, row C.int) C.int {
	time.Sleep(200 * time.Microsecond)
	if row > 60 && p.plan == 15 {
		return C.press_rows(p) % 7
	}
	return row % 7
}
