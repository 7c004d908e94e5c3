using Workflows.WeComEmulator.Seeds;

namespace Workflows.WeComEmulator.Controls;

/// <summary>What the emulator says when it is up.</summary>
internal static class Greeting
{
    public static void Print(CorpSeed seed, string address)
    {
        Console.WriteLine($"{seed.Name} ({seed.Id}) is at {address}");
        Console.WriteLine($"  phones    {address}/phones");
        Console.WriteLine($"  log       {address}/_emu/log");
        Console.WriteLine($"  callback  {seed.Callback?.Url ?? "none"}");
    }
}
