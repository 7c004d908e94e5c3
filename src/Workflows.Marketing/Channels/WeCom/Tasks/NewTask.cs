namespace Workflows.Marketing.Channels.WeCom.Tasks;

/// <summary>A task that was made.</summary>
/// <param name="Reference">WeCom's first name for it.</param>
/// <param name="Name">Its lasting name, or null while that is not known.</param>
/// <param name="LeftOut">Recipients that WeCom left out of it.</param>
internal sealed record NewTask(string Reference, string? Name, IReadOnlySet<string> LeftOut);
