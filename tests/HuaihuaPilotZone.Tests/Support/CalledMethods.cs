using System.Collections.Frozen;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace HuaihuaPilotZone.Tests.Support;

/// <summary>Reads which methods a compiled method calls, so that rules about code look at what runs instead of at how it is written.</summary>
internal static class CalledMethods
{
    private const byte TwoByteOpCode = 0xFE;

    private static readonly FrozenDictionary<short, OpCode> _opCodes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToFrozenDictionary(o => o.Value);

    /// <summary>Methods that the body calls or points to, in order. Empty for a method without a body.</summary>
    public static IEnumerable<MethodBase> In(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code) yield break;
        foreach (var token in Tokens(code))
        {
            if (Resolve(method, token) is { } called) yield return called;
        }
    }

    /// <summary>The body that does the work: for an async method or an iterator, the step of its state machine.</summary>
    public static MethodBase Body(MethodInfo method) =>
        method.GetCustomAttribute<StateMachineAttribute>() is { StateMachineType: { } machine }
            ? machine.GetMethod("MoveNext", BindingFlags.Instance | BindingFlags.NonPublic)!
            : method;

    private static IEnumerable<int> Tokens(byte[] code)
    {
        var at = 0;
        while (at < code.Length)
        {
            var isTwoBytes = code[at] == TwoByteOpCode;
            var opCode = _opCodes[isTwoBytes ? unchecked((short)((TwoByteOpCode << 8) | code[at + 1])) : code[at]];
            at += isTwoBytes ? 2 : 1;
            if (opCode.OperandType is OperandType.InlineMethod) yield return BitConverter.ToInt32(code, at);
            at += Length(opCode.OperandType, code, at);
        }
    }

    /// <summary>Bytes that the operand at a place takes.</summary>
    private static int Length(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };

    private static MethodBase? Resolve(MethodBase caller, int token)
    {
        var ofType = caller.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        var ofMethod = caller is MethodInfo { IsGenericMethod: true } ? caller.GetGenericArguments() : null;
        return caller.Module.ResolveMethod(token, ofType, ofMethod);
    }
}
