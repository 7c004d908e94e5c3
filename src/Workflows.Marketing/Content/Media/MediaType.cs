namespace Workflows.Marketing.Content;

/// <summary>What a file is to WeCom. The numbers are stored: append, never renumber.</summary>
public enum MediaType : short
{
    /// <summary>A picture: JPEG, PNG or GIF, at most 10 MB.</summary>
    Image = 1,

    /// <summary>A video: MP4, at most 10 MB.</summary>
    Video = 2,

    /// <summary>Any other file of the kinds that are taken, at most 20 MB.</summary>
    File = 3,
}
