"""地址: 登录、退出、改密码."""

from django.urls import path

from accounts.views.login import login_json, login_page, logout_page
from accounts.views.password import password_page

urlpatterns = [
    path("login/", login_page, name="login"),
    path("login/again/", login_json, name="login-json"),
    path("logout/", logout_page, name="logout"),
    path("password/", password_page, name="password"),
]
