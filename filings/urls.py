"""地址: 总览、填报、资料包、导入、审计记录."""

from django.urls import path

from filings.views.adopt import adopt_page
from filings.views.bundles import bundle_download, bundle_page, bundle_progress, bundle_retry, bundles_page
from filings.views.carried import carried_page
from filings.views.check import check_page
from filings.views.feedback import finding_false_alarm, rule_level, rules_page
from filings.views.filing import filing_page
from filings.views.fixes import fix_finding, undo_fix
from filings.views.forms import form_page, form_paper, form_text, forms_page
from filings.views.history import history_page
from filings.views.imports import confirm_import, import_template, imports_page
from filings.views.intake import intake_page
from filings.views.intake_moves import intake_apply, intake_choose, intake_drop
from filings.views.listing import list_page
from filings.views.moves import confirm_page, move_page
from filings.views.overview import overview_page
from filings.views.paper import download, preview_page
from filings.views.section import section_page
from filings.views.start import start_page
from filings.views.trail import trail_page
from filings.views.uploads import (
    form_upload,
    upload_activate,
    upload_page,
    upload_paper,
    upload_retire,
    upload_text,
)
from filings.views.waivers import ask_waiver, explain_finding, waive_finding

urlpatterns = [
    path("", overview_page, name="overview"),
    path("filings/", list_page, name="filing-list"),
    path("filings/new/", start_page, name="filing-start"),
    path("filings/<int:filing_id>/", filing_page, name="filing"),
    path("filings/<int:filing_id>/section/<slug:key>/", section_page, name="section"),
    path("filings/<int:filing_id>/preview/", preview_page, name="preview"),
    path("filings/<int:filing_id>/check/", check_page, name="check"),
    path("filings/<int:filing_id>/check/explain/", explain_finding, name="finding-explain"),
    path("filings/<int:filing_id>/check/ask/", ask_waiver, name="finding-ask"),
    path("filings/<int:filing_id>/check/waive/", waive_finding, name="finding-waive"),
    path("filings/<int:filing_id>/check/false-alarm/", finding_false_alarm, name="finding-false-alarm"),
    path("filings/<int:filing_id>/check/fix/", fix_finding, name="finding-fix"),
    path("filings/<int:filing_id>/check/fix/undo/", undo_fix, name="finding-undo"),
    path("filings/<int:filing_id>/move/<slug:name>/", move_page, name="move"),
    path("filings/<int:filing_id>/confirm/", confirm_page, name="confirm"),
    path("filings/<int:filing_id>/download/<slug:format>/", download, name="download"),
    path("filings/<int:filing_id>/history/", history_page, name="history"),
    path("filings/<int:filing_id>/adopt/", adopt_page, name="adopt"),
    path("filings/<int:filing_id>/intake/", intake_page, name="intake"),
    path("filings/<int:filing_id>/intake/choose/", intake_choose, name="intake-choose"),
    path("filings/<int:filing_id>/intake/apply/", intake_apply, name="intake-apply"),
    path("filings/<int:filing_id>/intake/drop/", intake_drop, name="intake-drop"),
    path("filings/<int:filing_id>/carried/", carried_page, name="carried"),
    path("bundles/", bundles_page, name="bundles"),
    path("bundles/<int:bundle_id>/", bundle_page, name="bundle"),
    path("bundles/<int:bundle_id>/progress/", bundle_progress, name="bundle-progress"),
    path("bundles/<int:bundle_id>/retry/", bundle_retry, name="bundle-retry"),
    path("bundles/<int:bundle_id>/download/", bundle_download, name="bundle-download"),
    path("imports/", imports_page, name="imports"),
    path("imports/template/", import_template, name="import-template"),
    path("imports/confirm/", confirm_import, name="import-confirm"),
    path("forms/", forms_page, name="forms"),
    path("forms/upload/", form_upload, name="form-upload"),
    path("forms/paper/<path:form_id>/", form_paper, name="form-paper"),
    path("forms/text/<path:form_id>/", form_text, name="form-text"),
    path("forms/of/<path:form_id>/", form_page, name="form"),
    path("forms/uploads/<int:upload_id>/", upload_page, name="upload"),
    path("forms/uploads/<int:upload_id>/paper/", upload_paper, name="upload-paper"),
    path("forms/uploads/<int:upload_id>/text/", upload_text, name="upload-text"),
    path("forms/uploads/<int:upload_id>/activate/", upload_activate, name="upload-activate"),
    path("forms/uploads/<int:upload_id>/retire/", upload_retire, name="upload-retire"),
    path("rules/", rules_page, name="rules"),
    path("rules/level/", rule_level, name="rule-level"),
    path("trail/", trail_page, name="trail"),
]
