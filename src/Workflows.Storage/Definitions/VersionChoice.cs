namespace Workflows.Storage.Definitions;

/// <summary>Which versions of definitions are meant.</summary>
public enum VersionChoice
{
    /// <summary>Every version.</summary>
    All,

    /// <summary>The newest version of each.</summary>
    Latest,

    /// <summary>The version of each that starts.</summary>
    Published,

    /// <summary>The newest version of each, and the one that starts where it is another.</summary>
    LatestOrPublished,

    /// <summary>The newest version of each, where it is the one that starts.</summary>
    LatestAndPublished,

    /// <summary>The newest version of each, where it is not published.</summary>
    Draft,
}
