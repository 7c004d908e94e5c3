namespace Workflows.Marketing.Content;

/// <summary>What a content consists of; carriers take or refuse forms.</summary>
public enum ContentForm
{
    /// <summary>Words only.</summary>
    Text,

    /// <summary>A page with an address.</summary>
    Page,

    /// <summary>A page of a mini-program.</summary>
    MiniProgram,

    /// <summary>One to nine pictures.</summary>
    Pictures,

    /// <summary>A video.</summary>
    Video,

    /// <summary>A file.</summary>
    File,
}
