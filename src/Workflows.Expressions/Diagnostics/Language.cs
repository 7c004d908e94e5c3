namespace Workflows.Expressions.Diagnostics;

/// <summary>A language in which the product speaks to people.</summary>
public enum Language
{
    /// <summary>English, <c>en</c>.</summary>
    English,

    /// <summary>Simplified Chinese, <c>zh-CN</c>.</summary>
    Chinese,
}
