"""What can go wrong in reading and extracting.

ExtractError
└── ArticleError    an article that cannot be read: where it stands, what is wrong, what to do

ArticleWarning      an article that was read, but not quite as it stands (its encoding was guessed)
"""


class ExtractError(Exception):
    """The root of the package's errors; its message is one line: what, where, what to do."""


class ArticleError(ExtractError):
    """An article, file or folder that cannot be read."""


class ArticleWarning(UserWarning):
    """An article that was read, but not quite as it stands."""
