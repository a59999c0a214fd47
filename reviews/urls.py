"""地址: 审核与答复."""

from django.urls import path

from reviews.views.copies import copies_of_page, copies_page
from reviews.views.decisions import approve_page, return_page
from reviews.views.desk import review_page, start_page
from reviews.views.heat import heat_page
from reviews.views.queue import queue_page
from reviews.views.remarks import add_remark, remove
from reviews.views.scores import save_scores
from reviews.views.todo import answer_remark, todo_page

urlpatterns = [
    path("reviews/", queue_page, name="review-queue"),
    path("reviews/heat/", heat_page, name="review-heat"),
    path("reviews/copies/", copies_page, name="review-copies"),
    path("reviews/<int:filing_id>/copies/", copies_of_page, name="review-copies-of"),
    path("reviews/<int:filing_id>/", review_page, name="review"),
    path("reviews/<int:filing_id>/start/", start_page, name="review-start"),
    path("reviews/<int:filing_id>/remarks/", add_remark, name="review-remark"),
    path("reviews/remarks/<int:remark_id>/remove/", remove, name="review-remark-remove"),
    path("reviews/<int:filing_id>/scores/", save_scores, name="review-scores"),
    path("reviews/<int:filing_id>/return/", return_page, name="review-return"),
    path("reviews/<int:filing_id>/approve/", approve_page, name="review-approve"),
    path("filings/<int:filing_id>/todo/", todo_page, name="todo"),
    path("remarks/<int:remark_id>/answer/", answer_remark, name="todo-answer"),
]
