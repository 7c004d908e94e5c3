using System.Runtime.InteropServices;

namespace Workflows.Runtime.Execution;

[StructLayout(LayoutKind.Auto)]
internal readonly record struct RecordedOutput(int NodeId, string Output, object? Value);
