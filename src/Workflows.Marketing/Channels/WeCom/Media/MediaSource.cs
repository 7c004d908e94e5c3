namespace Workflows.Marketing.Channels.WeCom.Media;

/// <summary>Finds a file of the content library.</summary>
/// <param name="name">Its name in the library, as attachments say it.</param>
/// <param name="cancellationToken">Stops looking.</param>
/// <returns>The file, or null when the library has none of the name.</returns>
public delegate ValueTask<MediaFile?> MediaSource(string name, CancellationToken cancellationToken);
