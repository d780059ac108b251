"""What setuptools makes on the way to a wheel goes into a folder that is removed: the tree stays clean."""

from tempfile import TemporaryDirectory

from setuptools import setup

with TemporaryDirectory() as folder:
    setup(options={"build": {"build_base": folder}, "egg_info": {"egg_base": folder}})
