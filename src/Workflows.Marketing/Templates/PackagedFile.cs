namespace Workflows.Marketing.Templates;

/// <summary>One file of a package.</summary>
/// <param name="Path">Its path, with '/'.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Sha256">The SHA-256 of its bytes, in small hexadecimal digits.</param>
internal sealed record PackagedFile(string Path, long Length, string Sha256);
