namespace Workflows.WeComEmulator.Faults;

/// <summary>A fault that struck a call.</summary>
public sealed record DrawnFault(DateTimeOffset At, string Path, int? ErrCode, int? Http, bool AfterProcessing);
