namespace Workflows.Runtime.Designer;

/// <summary>A place variables may be kept in, in one language.</summary>
/// <param name="TypeName">The name documents use.</param>
/// <param name="DisplayName">The title.</param>
/// <param name="Priority">The highest is offered first.</param>
/// <param name="Deprecated">Whether new variables should not use it.</param>
public sealed record StorageDriverDescription(string TypeName, string DisplayName, int Priority, bool Deprecated);
