"""地址: 数字体检."""

from django.urls import path

from checkups.views.doings import checkup_false_alarm, checkup_keep, checkup_list, checkup_remove
from checkups.views.pages import checkup_page, checkup_progress, checkups_page

urlpatterns = [
    path("checkups/", checkups_page, name="checkups"),
    path("checkups/<int:checkup_id>/", checkup_page, name="checkup"),
    path("checkups/<int:checkup_id>/progress/", checkup_progress, name="checkup-progress"),
    path("checkups/<int:checkup_id>/list/<slug:format>/", checkup_list, name="checkup-list"),
    path("checkups/<int:checkup_id>/keep/", checkup_keep, name="checkup-keep"),
    path("checkups/<int:checkup_id>/remove/", checkup_remove, name="checkup-remove"),
    path("checkups/<int:checkup_id>/false-alarm/", checkup_false_alarm, name="checkup-false-alarm"),
]
