namespace Workflows.Marketing.Tests.Channels.WeCom.Tasks;

internal sealed class HostDiedException() : Exception("kill -9");
